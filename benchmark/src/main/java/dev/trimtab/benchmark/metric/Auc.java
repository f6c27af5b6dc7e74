package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The area under the ROC curve, averaged over columns: the share of (positive, negative) pairs that the predictions put in
 * the right order, a tie counting half, as scikit-learn's {@code roc_auc_score}. The larger of the two true values is the
 * positive one; any finite numbers are accepted as predictions. 1 is perfect; NaN if all answers of a column are of one
 * class.
 *
 * @param columns the columns of the true class and of the predicted score
 */
record Auc(List<String> columns) implements Metric {
    public Auc {
        columns = List.copyOf(columns);
    }

    @Override
    public double score(Table answers, Table submission) {
        double sum = 0;
        for (String column : columns) {
            sum += area(
                    answers.column(column).finiteNumbers(),
                    submission.column(column).finiteNumbers());
        }
        return sum / columns.size();
    }

    /** Returns the area for one column; NaN if there is one class only. */
    static double area(double[] truth, double[] predicted) {
        double positive = truth.length == 0 ? Double.NaN : truth[0];
        int positives = 0;
        for (double value : truth) {
            positives = value > positive ? 1 : positives + (value == positive ? 1 : 0);
            positive = Math.max(positive, value);
        }
        long[] ofPositives = new long[positives];
        long[] ofNegatives = new long[truth.length - positives];
        int p = 0;
        int n = 0;
        for (int row = 0; row < truth.length; row++) {
            long score = RadixSort.key(predicted[row]);
            if (truth[row] == positive) {
                ofPositives[p++] = score;
            } else {
                ofNegatives[n++] = score;
            }
        }
        CompletableFuture<Void> sorting =
                CompletableFuture.runAsync(() -> RadixSort.sort(ofPositives, /* lowest= */ 0));
        RadixSort.sort(ofNegatives, /* lowest= */ 0);
        sorting.join();
        return n == 0 ? Double.NaN : halfPairs(ofPositives, ofNegatives) / (2.0 * p * n);
    }

    /** Counts two for each pair in the right order and one for each tie: whole numbers, so that no rounding enters. */
    private static long halfPairs(long[] positives, long[] negatives) {
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (long score : positives) {
            while (below < negatives.length && Long.compareUnsigned(negatives[below], score) < 0) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < negatives.length && Long.compareUnsigned(negatives[notAbove], score) <= 0) {
                notAbove++;
            }
            halves += below + notAbove;
        }
        return halves;
    }
}
