package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.Random;

/** The relative error is a fraction, not per cent. */
final class MapeTest extends ErrorMetricContract {
    @Override
    Metric metric() {
        return new Mape("y");
    }

    @Override
    String name() {
        return "mape";
    }

    @Override
    Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return numbers(random, rows, 1000);
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return oneColumn(numbers(random, truth.size(), 1500));
    }

    @Override
    String scikitLearn() {
        return "mean_absolute_percentage_error(np.array(t, float), np.array(p, float)[:, 0])";
    }
}
