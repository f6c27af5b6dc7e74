package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A class that is only predicted, or only true, counts as a class of its own. */
final class MacroF1Test extends MetricContract {
    @Override
    Metric metric() {
        return new MacroF1("y");
    }

    @Override
    String name() {
        return "macro-f1";
    }

    @Override
    Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Integer.toString(i < 2 ? i : random.nextInt(5)))
                .toList();
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return oneColumn(numbers(random, truth.size(), 6));
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
        return 0;
    }

    @Override
    String scikitLearn() {
        return "f1_score(np.array(t, int), np.array(p, float)[:, 0].astype(int), average='macro')";
    }
}
