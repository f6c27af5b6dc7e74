package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * The mean over rows of the Kullback-Leibler divergence of predicted shares from true ones, which are the answers' counts
 * divided by their sum; after the competition hms-harmful-brain-activity-classification. Shares are clipped to
 * [1e-15, 1 - 1e-15]. 0 is perfect.
 *
 * @param id the id column
 * @param columns of the shares
 * @param wholeNumbersClipped whether a column of whole numbers is clipped too; pandas 2 leaves its zeros, so that a share
 *     of 0 where the truth has some costs infinity
 * @param missingIgnored whether a missing share costs nothing, as in MLE-bench; else it is refused
 */
record KlDivergence(String id, List<String> columns, boolean wholeNumbersClipped, boolean missingIgnored)
        implements Metric {
    private static final double EPSILON = 1e-15;
    private static final double SUM_DIGITS = 1e5;
    private static final double CLOSE = 1e-5 + 1e-8;

    public KlDivergence {
        columns = List.copyOf(columns);
    }

    @Override
    public boolean readsEveryColumn() {
        return true;
    }

    @Override
    public double score(Table answers, Table submission) {
        requireShares(submission);
        double[] totals = new double[answers.size()];
        for (String column : columns) {
            double[] counts = answers.column(column).finiteNumbers();
            Arrays.setAll(totals, row -> totals[row] + counts[row]);
        }
        double sum = 0;
        for (String name : columns) {
            double[] counts = answers.column(name).finiteNumbers();
            Column column = submission.column(name);
            boolean clipped = wholeNumbersClipped || column.kind() != Column.Kind.INTEGER;
            double[] shares = column.numbers();
            for (int row = 0; row < shares.length; row++) {
                double truth = counts[row] / totals[row];
                double share = clipped ? Math.min(Math.max(shares[row], EPSILON), 1 - EPSILON) : shares[row];
                sum += truth == 0 || Double.isNaN(share) ? 0 : truth * Math.log(truth / share);
            }
        }
        return sum / totals.length;
    }

    /** Checks as Kaggle's code for the metric does: over every column but the id. */
    private void requireShares(Table submission) {
        double[] scored = new double[submission.size()];
        double[] all = new double[submission.size()];
        List<String> names =
                submission.header().stream().filter(name -> !name.equals(id)).toList();
        for (String name : names) {
            boolean counts = columns.contains(name);
            Column column = submission.column(name);
            if (column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.BOOLEAN) {
                throw new SubmissionFormatException("column `" + name + "` must hold numbers");
            }
            double[] numbers = column.numbers();
            for (int row = 0; row < numbers.length; row++) {
                if (numbers[row] < 0 || numbers[row] > 1 || (Double.isNaN(numbers[row]) && !missingIgnored)) {
                    throw new SubmissionFormatException(
                            "column `" + name + "` must hold numbers from 0 to 1 but one is " + numbers[row]);
                }
                double present = Double.isNaN(numbers[row]) ? 0 : numbers[row];
                all[row] += present;
                scored[row] += counts ? present : 0;
            }
        }
        for (int row = 0; row < all.length; row++) {
            if (Math.rint(scored[row] * SUM_DIGITS) / SUM_DIGITS != 1 || Math.abs(all[row] - 1) > CLOSE) {
                throw new SubmissionFormatException(
                        "the shares of each row must sum to 1 but those of one sum to " + all[row]);
            }
        }
    }
}
