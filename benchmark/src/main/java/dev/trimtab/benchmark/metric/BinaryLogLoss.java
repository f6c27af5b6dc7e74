package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * The mean of -ln p, p being the probability of what is true, clipped as scikit-learn's {@code log_loss} from version 1.5
 * on does. The larger of the two true values is the one whose probability is predicted. 0 is perfect.
 *
 * @param target the column of the true class and of the probability
 */
record BinaryLogLoss(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        double[] truth = answers.column(target).finiteNumbers();
        double[] predicted = submission.column(target).finiteNumbers();
        double positive = Arrays.stream(truth).max().orElse(Double.NaN);
        if (Arrays.stream(truth).allMatch(value -> value == positive)) {
            throw new SubmissionFormatException(
                    "the answers of column `" + target + "` are of one class only, so that nothing can be scored");
        }
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            sum -= LogLoss.clippedLogarithm(truth[row] == positive ? predicted[row] : 1 - predicted[row]);
        }
        return sum / truth.length;
    }
}
