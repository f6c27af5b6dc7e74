package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The mean absolute error, as scikit-learn's {@code mean_absolute_error}; 0 is perfect.
 *
 * @param target the column of the true and the predicted numbers
 */
public record Mae(String target) implements Metric {
    @Override
    public String name() {
        return "mae";
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
        return PairedNumbers.of(target, answers, submission).mean((truth, predicted) -> Math.abs(truth - predicted));
    }
}
