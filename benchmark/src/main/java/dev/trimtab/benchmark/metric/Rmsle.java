package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * The root of the mean squared difference of ln(1 + value), as scikit-learn's {@code root_mean_squared_log_error},
 * averaged over columns; 0 is perfect.
 *
 * @param columns the columns of the true and the predicted numbers
 * @param negatives whether predictions between -1 and 0 are accepted, as scikit-learn does from version 1.6 on
 */
record Rmsle(List<String> columns, boolean negatives) implements Metric {
    public Rmsle {
        columns = List.copyOf(columns);
    }

    @Override
    public double score(Table answers, Table submission) {
        double sum = 0;
        for (String column : columns) {
            PairedNumbers pairs = PairedNumbers.of(column, answers, submission);
            if (Arrays.stream(pairs.predicted()).anyMatch(value -> negatives ? value <= -1 : value < 0)) {
                throw new SubmissionFormatException("column `" + column + "` must hold "
                        + (negatives ? "numbers above -1" : "no negative numbers")
                        + ": the metric takes the logarithm of 1 + value");
            }
            sum += Math.sqrt(pairs.mean((truth, predicted) -> {
                double difference = Math.log1p(truth) - Math.log1p(predicted);
                return difference * difference;
            }));
        }
        return sum / columns.size();
    }
}
