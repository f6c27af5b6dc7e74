package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.environment.TaskBrief;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.config.VerificationConfig;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.sandbox.Isolation;
import dev.trimtab.runtime.verify.VerificationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a user should know before a run, beside what its models say ({@link ModelSource#disclosure}). */
final class Preflight {
    private Preflight() {}

    static List<String> lines(RunConfig config, int window, Kernel kernel, Isolation isolation, PreparedData data) {
        List<String> lines = new ArrayList<>();
        lines.add("competition " + data.competition().id() + ": "
                + data.competition().metric() + ", "
                + data.competition().direction().name().toLowerCase(Locale.ROOT) + "; description from "
                + new TaskBrief(data, config).description()
                + (config.environment().obfuscated() ? " (obfuscated)" : ""));
        lines.add("agent " + config.agent().scaffold() + ", policy "
                + config.agent().policy() + ", pursuit "
                + config.agent().pursuit().name().toLowerCase(Locale.ROOT) + ", seed "
                + config.agent().seed() + ", "
                + Counted.of(config.budget().steps(), "step") + ", window " + window + " tokens");
        lines.add("verification: " + verification(config, data.competition()));
        lines.add("solutions in " + kernel.name() + " with " + String.join(", ", kernel.packages()));
        lines.addAll(kernel.missing());
        lines.add("isolation: " + isolation.description()
                + (isolation.answersReadable() ? " (WARNING: private answers are readable)" : ""));
        return lines;
    }

    private static String verification(RunConfig config, Competition competition) {
        VerificationConfig asked = config.verification();
        String believed = "; scores that programs print for themselves are believed";
        if (asked.refolds() == 0) {
            return "none is asked for" + believed;
        }
        int folds = competition.definition().folds(asked.refolds());
        if (folds == 0) {
            return "none, since the training rows of " + competition.id() + " cannot be split again" + believed;
        }
        VerificationPlan plan = new VerificationPlan(asked.every(), asked.candidates(), folds);
        return "on " + Counted.of(folds, "fold") + " of the training rows, "
                + (plan.onlyAtTheEnd(config.budget().steps()) ? "at the end" : every(plan.every()));
    }

    private static String every(int steps) {
        return "every " + (steps == 1 ? "step" : steps + " steps");
    }
}
