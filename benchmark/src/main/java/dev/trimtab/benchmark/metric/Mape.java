package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The mean absolute error relative to the truth, a fraction (0.03 is 3 %), as scikit-learn's
 * {@code mean_absolute_percentage_error}: a truth of 0 counts as 2^-52. 0 is perfect.
 *
 * @param target the column of the true and the predicted numbers
 */
record Mape(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        return PairedNumbers.of(target, answers, submission)
                .mean((truth, predicted) -> Math.abs(truth - predicted) / Math.max(Math.abs(truth), Math.ulp(1.0)));
    }
}
