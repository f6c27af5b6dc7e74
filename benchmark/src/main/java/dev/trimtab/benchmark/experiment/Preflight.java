package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.runtime.config.BudgetConfig;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import dev.trimtab.runtime.sandbox.Isolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a user should know before the first call of a run. */
final class Preflight {
    /** Most model calls of an AIDE step: three tries for a program and one review. */
    private static final int CALLS_A_STEP = 4;

    private Preflight() {}

    static List<String> lines(
            RunConfig config,
            ModelConfig model,
            int outputReserve,
            @Nullable String url,
            Kernel kernel,
            Isolation isolation,
            PreparedData data) {
        List<String> lines = new ArrayList<>();
        lines.add("competition " + data.competition().id() + ": "
                + data.competition().metric() + ", "
                + data.competition().direction().name().toLowerCase(Locale.ROOT) + "; description from "
                + (config.agent().description() == null
                        ? data.description()
                        : config.agent().description()));
        lines.add("agent " + config.agent().scaffold() + ", policy "
                + config.agent().policy() + ", pursuit "
                + config.agent().pursuit().name().toLowerCase(Locale.ROOT) + ", seed "
                + config.agent().seed() + ", "
                + config.budget().steps() + " steps, window " + config.context().tokens() + " tokens");
        lines.add("solutions in " + kernel.name() + " with " + String.join(", ", kernel.packages()));
        lines.add("isolation: " + isolation.description()
                + (isolation.answersReadable() ? " (WARNING: private answers are readable)" : ""));
        if (model.provider() == ModelProvider.OFFLINE) {
            lines.add(
                    OfflineEngineer.NOTICE + " Profile " + config.model().profile() + "; nothing leaves this machine.");
        } else {
            lines.add("model " + model.model()
                    + ": task description, data preview, programs and their output are sent to "
                    + (url == null
                            ? "the provider's own address ("
                                    + model.provider().name().toLowerCase(Locale.ROOT) + ")"
                            : url));
            lines.add(spend(config, model, outputReserve));
        }
        return lines;
    }

    private static String spend(RunConfig config, ModelConfig model, int outputReserve) {
        BudgetConfig budget = config.budget();
        int prompt = config.context().tokens() - outputReserve;
        double call = model.prices()
                .worst(prompt, Math.min(outputReserve, model.limits().maxOutputTokens()));
        double worst = call * CALLS_A_STEP * budget.steps();
        double most = budget.maxCost() == null ? worst : Math.min(worst, budget.maxCost());
        return String.format(
                Locale.ROOT,
                "the most it can spend: %.2f US dollars by the preset's price list (%s)",
                most,
                budget.maxCost() == null
                        ? "no --max-cost is set; every step at its worst case"
                        : "--max-cost " + budget.maxCost());
    }
}
