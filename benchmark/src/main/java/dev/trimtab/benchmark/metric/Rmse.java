package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The root of the mean squared error, as scikit-learn's {@code root_mean_squared_error}; 0 is perfect.
 *
 * @param target the column of the true and the predicted numbers
 */
record Rmse(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        return of(PairedNumbers.of(target, answers, submission));
    }

    /** Returns the root of the mean squared difference. */
    static double of(PairedNumbers pairs) {
        return Math.sqrt(pairs.mean((truth, predicted) -> (truth - predicted) * (truth - predicted)));
    }
}
