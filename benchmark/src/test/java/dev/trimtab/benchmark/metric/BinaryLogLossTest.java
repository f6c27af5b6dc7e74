package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Certain and wrong costs the logarithm of the smallest step. */
final class BinaryLogLossTest extends MetricContract {
    @Override
    Metric metric() {
        return new BinaryLogLoss("y");
    }

    @Override
    String name() {
        return "binary-log-loss";
    }

    @Override
    Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Integer.toString(i < 2 ? i : random.nextInt(2)))
                .toList();
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return oneColumn(numbers(random, truth.size(), 1));
    }

    @Override
    List<String[]> perfect(List<String> truth) {
        return oneColumn(truth);
    }

    @Override
    double best() {
        return 0;
    }

    @Override
    double highest() {
        return -Math.log(Math.ulp(1.0));
    }

    @Override
    double lowest() {
        return 0;
    }

    @Override
    String scikitLearn() {
        return "log_loss(np.array(t, int), np.array(p, float)[:, 0])";
    }
}
