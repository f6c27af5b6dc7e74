package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Grading;
import dev.trimtab.benchmark.competition.Grading.Header;
import dev.trimtab.benchmark.competition.Grading.RowSum;
import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** What a competition demands of the columns of a submission before it is scored. */
final class SubmissionChecks {
    /** NumPy's {@code isclose} adds this share of the wanted sum, 1. */
    private static final double RELATIVE = 1e-5;

    private SubmissionChecks() {}

    /**
     * Checks the column names.
     *
     * @param id the id column
     * @param grading the competition's rules
     * @param needed what the metric reads besides the id
     * @throws SubmissionFormatException naming the column to mend
     */
    static void requireHeader(String id, Grading grading, List<String> needed, List<String> header) {
        List<String> all = new ArrayList<>(List.of(id));
        all.addAll(needed);
        boolean idless = grading.pairing() == Grading.Pairing.ROWS;
        for (String column : idless ? needed : all) {
            if (!header.contains(column)) {
                throw new SubmissionFormatException(
                        "the submission has no column `" + column + "`; it has " + Column.listed(header));
            }
        }
        Header rule = grading.header();
        if (rule == Header.REQUIRED) {
            return;
        }
        boolean fits = rule == Header.ORDERED
                ? header.equals(all)
                : header.size() == all.size() && new HashSet<>(header).equals(new HashSet<>(all));
        if (rule == Header.ID_FIRST) {
            fits = fits && header.get(0).equals(id);
        }
        if (!fits) {
            throw new SubmissionFormatException("the submission must have the columns " + String.join(", ", all)
                    + (rule == Header.ORDERED
                            ? " in this order"
                            : rule == Header.ID_FIRST ? ", the first one first" : "")
                    + " and no other; it has " + Column.listed(header));
        }
    }

    /**
     * Checks bounds and sums of the scored columns.
     *
     * @throws SubmissionFormatException naming the column to mend
     */
    static void requireValues(Grading grading, List<String> columns, Table submission) {
        if (grading.bounds().isEmpty() && grading.rowSum().isEmpty()) {
            return;
        }
        double[] sums = new double[submission.size()];
        for (String name : columns) {
            double[] numbers = submission.column(name).finiteNumbers();
            requireBounds(grading.bounds(), name, numbers);
            Arrays.setAll(sums, row -> sums[row] + numbers[row]);
        }
        grading.rowSum().ifPresent(rule -> requireSums(rule, sums));
    }

    private static void requireBounds(List<Double> bounds, String name, double[] numbers) {
        for (double number : numbers) {
            if (!bounds.isEmpty() && (number < bounds.get(0) || number > bounds.get(1))) {
                throw new SubmissionFormatException("column `" + name + "` must hold numbers from " + bounds.get(0)
                        + " to " + bounds.get(1) + " but one is " + number);
            }
        }
    }

    private static void requireSums(RowSum rule, double[] sums) {
        for (double sum : sums) {
            boolean fits = rule.tolerance()
                    .map(tolerance -> Math.abs(sum - 1) <= tolerance + RELATIVE)
                    .orElseGet(() -> rounded(sum, rule.digits().orElseThrow()) == 1);
            if (!fits) {
                throw new SubmissionFormatException(
                        "the probabilities of each row must sum to 1 but those of one sum to " + sum);
            }
        }
    }

    private static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.rint(value * scale) / scale;
    }
}
