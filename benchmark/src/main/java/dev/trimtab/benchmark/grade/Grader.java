package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/** Scores submissions against private answers. Whatever is wrong with a submission becomes a result, never an exception. */
public final class Grader {
    private final Metrics metrics;
    private final boolean corrected;
    private final Leaderboards leaderboards;

    /** @param metrics what competitions may name */
    public Grader(Metrics metrics) {
        this(metrics, /* corrected= */ false, new Leaderboards(/* checkout= */ null));
    }

    /**
     * @param metrics what competitions may name
     * @param corrected whether the metric that a competition intends is computed where the original grader departs from it
     * @param leaderboards what scores are compared with
     */
    public Grader(Metrics metrics, boolean corrected, Leaderboards leaderboards) {
        this.metrics = metrics;
        this.corrected = corrected;
        this.leaderboards = leaderboards;
    }

    /**
     * Returns the score of a submission.
     *
     * @param competition names metric and columns
     * @param answers file with ids and true values
     * @param submission file of the predictions; it may be missing or malformed
     * @throws InfrastructureError if the answers cannot be read
     * @throws dev.trimtab.runtime.UserError if they lack a column
     */
    public Score score(Competition competition, Path answers, Path submission) {
        SubmissionRules rules = SubmissionRules.of(competition.definition(), metrics, corrected);
        int bound = rules.mostRows(mostRows(answers));
        CompletableFuture<Table> reading = CompletableFuture.supplyAsync(() -> rules.read(submission, bound));
        Table truth = readAnswers(answers, rules.truthColumns());
        rules.requireTruth(answers, truth.header());
        try {
            Table given = joined(reading);
            rules.check(given, rules.mostRows(truth.size()));
            Alignment rows = rules.paired(truth, given);
            return new Score.Scored(rules.metric().score(rows.answers(), rows.submission()));
        } catch (SubmissionFormatException e) {
            return new Score.Invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Returns how many rows answers have at most, before they are read: a row takes two bytes. */
    private static int mostRows(Path answers) {
        try {
            return (int) Math.min(Integer.MAX_VALUE - 1, Files.size(answers) / 2 + 1);
        } catch (IOException e) {
            throw new InfrastructureError("the answers cannot be read: " + IoReason.of(e), e);
        }
    }

    private static Table joined(CompletableFuture<Table> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
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
                GradingReport.of(
                        competition.id(),
                        leaderboards.thresholds(competition),
                        score,
                        competition.definition().grading().rounding(),
                        submission,
                        exists,
                        at));
    }

    private static Table readAnswers(Path answers, Predicate<String> wanted) {
        try {
            return answers.toString().endsWith(".jsonl")
                    ? JsonLines.read(answers, wanted)
                    : SubmissionReader.read(answers, Integer.MAX_VALUE, header -> wanted);
        } catch (SubmissionFormatException e) {
            throw new InfrastructureError("the answers cannot be read: " + String.valueOf(e.getMessage()), e);
        }
    }
}
