package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Distances of the kappa are between positions among the labels seen. */
final class QuadraticWeightedKappaTest extends MetricContract {
    @Override
    Metric metric() {
        return new QuadraticWeightedKappa("y");
    }

    @Override
    String name() {
        return "qwk";
    }

    @Override
    Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return Stream.concat(
                        Stream.of("0", "10"),
                        IntStream.range(2, rows).mapToObj(i -> Integer.toString(random.nextInt(5) * 3)))
                .toList();
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return oneColumn(IntStream.range(0, truth.size())
                .mapToObj(i -> Integer.toString(random.nextInt(5) * 3))
                .toList());
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
        return "cohen_kappa_score(np.array(t, int), np.array(p, int)[:, 0], weights='quadratic')";
    }

    @Test
    void score_unusedLabelBetween_shrinksTheDistance() {
        List<String> truth = List.of("0", "9", "9", "0");

        double wide = score(new Case(truth, oneColumn(List.of("0", "9", "0", "0"))));

        assertThat(wide)
                .isEqualTo(score(new Case(List.of("0", "1", "1", "0"), oneColumn(List.of("0", "1", "0", "0")))));
    }

    @Test
    void score_textAgainstNumbers_isRefused() {
        assertThatThrownBy(() -> score(new Case(List.of("0", "1", "2"), oneColumn(List.of("a", "b", "c")))))
                .hasMessageContaining("labels of another type");
    }
}
