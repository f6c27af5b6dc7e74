package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The mean absolute error, as scikit-learn's {@code mean_absolute_error}; 0 is perfect.
 *
 * @param target the column of the true and the predicted numbers
 * @param onlyWhere a numeric column of the answers that tells which rows count; empty: all do
 * @param is its value in the rows that count
 * @param rounded whether the score is rounded to a whole number, halves to the even one
 */
record Mae(String target, String onlyWhere, double is, boolean rounded) implements Metric {
    /** Makes the plain metric. */
    public Mae(String target) {
        this(target, /* onlyWhere= */ "", /* is= */ 0, /* rounded= */ false);
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public List<String> truthColumns() {
        return Stream.of(target, onlyWhere).filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public double score(Table answers, Table submission) {
        Table truth = answers;
        Table given = submission;
        if (!onlyWhere.isEmpty()) {
            double[] marks = answers.column(onlyWhere).numbers();
            int[] rows = IntStream.range(0, marks.length)
                    .filter(row -> marks[row] == is)
                    .toArray();
            truth = answers.select(rows);
            given = submission.select(rows);
        }
        double mean = PairedNumbers.of(target, truth, given).mean((right, predicted) -> Math.abs(right - predicted));
        if (rounded && Double.isInfinite(mean)) {
            throw new SubmissionFormatException(
                    "column `" + target + "` holds numbers too far off to take a mean of errors");
        }
        return rounded ? Math.rint(mean) : mean;
    }
}
