package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.metric.Metric;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import dev.trimtab.runtime.InfrastructureError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;

/** Scores submissions against private answers. Whatever is wrong with a submission becomes a result, never an exception. */
public final class Grader {
    private final Metrics metrics;

    /** @param metrics what competitions may name */
    public Grader(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Returns the score of a submission.
     *
     * @param competition names metric and columns
     * @param answers file with ids and true values
     * @param submission file of the predictions; it may be missing or malformed
     * @throws InfrastructureError if the answers cannot be read
     */
    public Score score(Competition competition, Path answers, Path submission) {
        Definition definition = competition.definition();
        Metric metric = metrics.make(definition.metric(), definition.target(), definition.classes());
        Table truth = readAnswers(answers);
        try {
            Table given = SubmissionReader.read(submission, truth.size());
            Table paired = Alignment.align(definition.idColumn(), metric.columns(), truth, given);
            return new Score.Scored(metric.score(truth, paired));
        } catch (SubmissionFormatException e) {
            return new Score.Invalid(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns score and report of a submission.
     *
     * @param data prepared data of the competition
     * @param submission file of the predictions; it may be missing or malformed
     * @param at the time that the report states
     */
    public Grade grade(PreparedData data, Path submission, LocalDateTime at) {
        Competition competition = data.competition();
        Score score = score(competition, data.answers(), submission);
        boolean exists = Files.isRegularFile(submission)
                && submission.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        return new Grade(
                score,
                GradingReport.of(competition.id(), Leaderboard.thresholds(competition), score, submission, exists, at));
    }

    private static Table readAnswers(Path answers) {
        try {
            return SubmissionReader.read(answers, Integer.MAX_VALUE);
        } catch (SubmissionFormatException e) {
            throw new InfrastructureError("the answers cannot be read: " + String.valueOf(e.getMessage()), e);
        }
    }
}
