package dev.trimtab.benchmark.environment;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.FormatCheck;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.runtime.config.SubmissionCheckKind;
import dev.trimtab.runtime.tool.SubmissionCheck;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks submissions for a competition, the same for agents' tools, the command line and the server.
 *
 * @param data the competition's prepared data
 * @param kind by what it checks
 */
public record SubmissionChecker(PreparedData data, SubmissionCheckKind kind) implements SubmissionCheck {
    @Override
    public Verdict check(Path submission) {
        return problem(submission)
                .map(problem -> new Verdict(
                        false,
                        "The submission is invalid: " + problem.replace(submission.toString(), "the submission") + "."))
                .orElseGet(() -> new Verdict(true, "The submission is valid" + extent()));
    }

    private Optional<String> problem(Path submission) {
        if (kind == SubmissionCheckKind.PUBLIC) {
            return new FormatCheck(Metrics.builtIn()).problem(data, submission);
        }
        if (data.answers().toString().endsWith(".jsonl")) {
            return Optional.of(
                    "MLE-bench's own check reads the answers as CSV, which those of this competition are not, and"
                            + " so calls every submission invalid; only the public check can tell");
        }
        Score score = new Grader(Metrics.builtIn()).score(data.competition(), data.answers(), submission);
        return score instanceof Score.Invalid invalid ? Optional.of(invalid.problem()) : Optional.empty();
    }

    /** Says how far was looked. */
    private String extent() {
        if (kind == SubmissionCheckKind.GRADER) {
            return ".";
        }
        return FormatCheck.seesRows(data)
                ? ", as far as the sample submission tells."
                : " in its columns and their values. Which rows it must have was not checked.";
    }
}
