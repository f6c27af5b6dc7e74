package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.Random;

/** The root mean squared error is in the unit of the target. */
final class RmseTest extends ErrorMetricContract {
    @Override
    Metric metric() {
        return new Rmse("y");
    }

    @Override
    String name() {
        return "rmse";
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
        return "mean_squared_error(np.array(t, float), np.array(p, float)[:, 0]) ** 0.5";
    }
}
