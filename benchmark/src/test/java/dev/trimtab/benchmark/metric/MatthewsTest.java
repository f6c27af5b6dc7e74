package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The correlation is that of any number of classes. */
final class MatthewsTest extends MetricContract {
    @Override
    Metric metric() {
        return new Matthews("y");
    }

    @Override
    String name() {
        return "matthews";
    }

    @Override
    Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Integer.toString(i < 2 ? i : random.nextInt(4)))
                .toList();
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return oneColumn(truth(random, truth.size()));
    }

    @Override
    List<String[]> perfect(List<String> truth) {
        return oneColumn(truth);
    }

    @Override
    double best() {
        return 1;
    }

    @Override
    double highest() {
        return 1;
    }

    @Override
    double lowest() {
        return -1;
    }

    @Override
    String scikitLearn() {
        return "matthews_corrcoef(np.array(t, int), np.array(p, int)[:, 0])";
    }
}
