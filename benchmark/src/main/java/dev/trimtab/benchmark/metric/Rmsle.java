package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * The root of the mean squared difference of ln(1 + value), as scikit-learn's {@code root_mean_squared_log_error}; 0 is
 * perfect. Negative predictions are refused.
 *
 * @param target the column of the true and the predicted numbers
 */
public record Rmsle(String target) implements Metric {
    @Override
    public String name() {
        return "rmsle";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        PairedNumbers pairs = PairedNumbers.of(target, answers, submission);
        if (Arrays.stream(pairs.predicted()).anyMatch(predicted -> predicted < 0)) {
            throw new SubmissionFormatException("column `" + target
                    + "` must not hold negative numbers: the metric takes the logarithm of 1 + value");
        }
        return Math.sqrt(pairs.mean((truth, predicted) -> {
            double difference = Math.log1p(truth) - Math.log1p(predicted);
            return difference * difference;
        }));
    }
}
