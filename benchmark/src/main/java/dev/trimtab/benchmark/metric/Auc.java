package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The area under the ROC curve: the share of (positive, negative) pairs that the predictions put in the right order, a
 * tie counting half, as scikit-learn's {@code roc_auc_score}. The larger of the two true values is the positive one; any
 * finite numbers are accepted as predictions. 1 is perfect; NaN if all answers are of one class.
 *
 * @param target the column of the true class and of the predicted score
 */
public record Auc(String target) implements Metric {
    @Override
    public String name() {
        return "auc";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        double[] truth = answers.column(target).finiteNumbers();
        double[] predicted = submission.column(target).finiteNumbers();
        double positive = Arrays.stream(truth).max().orElse(Double.NaN);
        long positives = Arrays.stream(truth).filter(value -> value == positive).count();
        long negatives = truth.length - positives;
        return negatives == 0 ? Double.NaN : halfPairs(truth, predicted, positive) / (2.0 * positives * negatives);
    }

    /** Counts two for each pair in the right order and one for each tie: whole numbers, so that no rounding enters. */
    private static long halfPairs(double[] truth, double[] predicted, double positive) {
        int[] order = IntStream.range(0, truth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> predicted[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        long halves = 0;
        long negativesBelow = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            long positivesHere = 0;
            // == and not compare: -0.0 and 0.0 are one score
            while (to < order.length && predicted[order[to]] == predicted[order[from]]) {
                positivesHere += truth[order[to++]] == positive ? 1 : 0;
            }
            long negativesHere = to - from - positivesHere;
            halves += positivesHere * (2 * negativesBelow + negativesHere);
            negativesBelow += negativesHere;
            from = to;
        }
        return halves;
    }
}
