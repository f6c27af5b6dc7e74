package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Grading.Pairing;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks the form of a submission by what is public: the columns, bounds and sums that the competition's definition demands, and ids, number of rows
 * and kinds of values of the sample submission where the public data hold one as CSV. Nothing private is read.
 */
public final class FormatCheck {
    private final Metrics metrics;

    /** @param metrics what competitions may name */
    public FormatCheck(Metrics metrics) {
        this.metrics = metrics;
    }

    private static Optional<Path> sample(PreparedData data) {
        Path sample = data.sampleSubmission();
        return sample.startsWith(data.publicDir()) && sample.toString().endsWith(".csv") && Files.isRegularFile(sample)
                ? Optional.of(sample)
                : Optional.empty();
    }

    /** Returns whether rows can be checked: the public data hold a sample submission, and the pairing of rows is not left to the metric. */
    public static boolean seesRows(PreparedData data) {
        return sample(data).isPresent()
                && data.competition().definition().grading().pairing() != Pairing.METRIC;
    }

    /**
     * Returns what is wrong with a submission; empty if nothing is, as far as that can be told.
     *
     * @param submission the file; it may be missing or malformed
     */
    public Optional<String> problem(PreparedData data, Path submission) {
        SubmissionRules rules = SubmissionRules.of(data.competition().definition(), metrics, /* corrected= */ false);
        try {
            Optional<Table> sample = sample(data).map(file -> rules.read(file, Integer.MAX_VALUE));
            sample.ifPresent(table -> rules.check(table, table.size()));
            int mostRows = sample.map(table -> rules.mostRows(table.size())).orElse(Integer.MAX_VALUE);
            Table given = rules.read(submission, mostRows);
            rules.check(given, mostRows);
            sample.ifPresent(table -> {
                requireKinds(rules, table, given);
                rules.paired(table, given);
            });
            return Optional.empty();
        } catch (SubmissionFormatException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void requireKinds(SubmissionRules rules, Table sample, Table given) {
        for (String name : rules.metric().columns(given.header())) {
            if (sample.header().contains(name)
                    && holdsNumbers(sample.column(name))
                    && !given.column(name).isNumeric()) {
                throw new SubmissionFormatException(
                        "column `" + name + "` holds text where the sample submission holds numbers");
            }
        }
    }

    private static boolean holdsNumbers(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return column.isNumeric();
            }
        }
        return false;
    }
}
