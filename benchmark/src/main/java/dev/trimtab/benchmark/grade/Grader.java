package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.competition.Grading;
import dev.trimtab.benchmark.competition.Grading.Pairing;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.metric.Metric;
import dev.trimtab.benchmark.metric.MetricSetting;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import dev.trimtab.runtime.InfrastructureError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
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
     */
    public Score score(Competition competition, Path answers, Path submission) {
        Definition definition = competition.definition();
        Grading grading = definition.grading().with(corrected);
        Metric metric = metrics.make(
                definition.metric(),
                new MetricSetting(
                        definition.idColumn(),
                        definition.target(),
                        definition.columns(),
                        definition.classes(),
                        grading.options()));
        Table truth = readAnswers(answers, wanted(definition.idColumn(), metric.truthColumns()));
        try {
            Table given = SubmissionReader.read(submission, mostRows(grading.pairing(), truth), header -> {
                List<String> needed = metric.columns(header);
                SubmissionChecks.requireHeader(definition.idColumn(), grading, needed, header);
                return metric.readsEveryColumn() ? name -> true : wanted(definition.idColumn(), needed);
            });
            SubmissionChecks.requireValues(grading, metric.columns(given.header()), given);
            Alignment rows = Alignment.of(grading.pairing(), definition.idColumn(), truth, given);
            return new Score.Scored(metric.score(rows.answers(), rows.submission()));
        } catch (SubmissionFormatException e) {
            return new Score.Invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Predicate<String> wanted(String id, List<String> columns) {
        return name -> name.equals(id) || columns.contains(name);
    }

    /** Returns how many rows a submission may have at most. */
    private static int mostRows(Pairing pairing, Table truth) {
        return switch (pairing) {
            case IDS, ID_SETS, SORTED, ROWS, ROWS_OF_IDS -> truth.size();
            case KNOWN_IDS, JOIN, METRIC -> Integer.MAX_VALUE;
        };
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
                        competition.id(), leaderboards.thresholds(competition), score, submission, exists, at));
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
