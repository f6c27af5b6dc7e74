package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The mean of -ln p(true class) over the rows, where the answers too hold one column a class, 1 for the true one.
 * Probabilities are clipped to [2^-52, 1 - 2^-52] and not normalised, as in scikit-learn's {@code log_loss} from version
 * 1.5 on. 0 is perfect.
 *
 * @param columns one a class
 */
record OneHotLogLoss(List<String> columns) implements Metric {
    public OneHotLogLoss {
        columns = List.copyOf(columns);
    }

    @Override
    public double score(Table answers, Table submission) {
        double sum = 0;
        for (String column : columns) {
            double[] truth = answers.column(column).finiteNumbers();
            double[] predicted = submission.column(column).finiteNumbers();
            for (int row = 0; row < truth.length; row++) {
                sum -= truth[row] == 0 ? 0 : truth[row] * LogLoss.clippedLogarithm(predicted[row]);
            }
        }
        return sum / answers.size();
    }
}
