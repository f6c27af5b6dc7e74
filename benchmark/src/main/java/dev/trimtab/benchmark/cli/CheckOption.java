package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.environment.SubmissionChecker;
import dev.trimtab.runtime.config.SubmissionCheckKind;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that says by what submissions are checked. */
final class CheckOption {
    @Option(
            names = "--check",
            paramLabel = "BY",
            defaultValue = "public",
            description = {
                "By what: public (columns and sample submission), or grader (the grader's own refusal, as MLE-bench has it,",
                "which reads the private answers); default ${DEFAULT-VALUE}."
            })
    private SubmissionCheckKind kind = SubmissionCheckKind.PUBLIC;

    /** Returns the option's value as it is written. */
    String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the check of a competition's submissions.
     *
     * @throws dev.trimtab.runtime.UserError if there is no such competition, or it is not prepared
     */
    SubmissionChecker checker(String competition, Path dataDir) {
        CompetitionSets sets = BuiltInSets.find();
        return new SubmissionChecker(sets.openForGrading(sets.find(competition), dataDir), kind);
    }
}
