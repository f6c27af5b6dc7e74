package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log loss clips, and takes shares of any scale; the order of the columns is the competition's and not the alphabet's. */
final class LogLossTest extends MetricContract {
    private static final List<String> CLASSES = List.of("VF", "F", "M");

    @Override
    Metric metric() {
        return new LogLoss("y", CLASSES);
    }

    @Override
    String name() {
        return "log-loss";
    }

    @Override
    Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return Stream.concat(
                        CLASSES.stream(),
                        IntStream.range(2, rows).mapToObj(i -> CLASSES.get(random.nextInt(CLASSES.size()))))
                .toList();
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return truth.stream()
                .map(cell -> {
                    double[] shares = random.doubles(CLASSES.size()).toArray();
                    double sum = IntStream.range(0, shares.length)
                            .mapToDouble(i -> shares[i])
                            .sum();
                    boolean certain = random.nextInt(10) == 0;
                    return IntStream.range(0, shares.length)
                            .mapToObj(i -> certain ? (i == 0 ? "1" : "0") : Double.toString(shares[i] / sum))
                            .toArray(String[]::new);
                })
                .toList();
    }

    @Override
    List<String[]> perfect(List<String> truth) {
        return truth.stream()
                .map(cell -> CLASSES.stream()
                        .map(name -> name.equals(cell) ? "1" : "0")
                        .toArray(String[]::new))
                .toList();
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
        return "log_loss(t, np.array(p, float)[:, np.argsort(names)], labels=sorted(names))";
    }

    @Test
    void score_wrongAndCertain_isTheLogarithmOfTheSmallestStep() {
        Case drawn = new Case(List.of("VF"), List.<String[]>of(new String[] {"0", "1", "0"}));

        assertThat(score(drawn)).isCloseTo(36.04365338911715, within(1e-12));
    }

    @Test
    void score_rowsOfAnyScale_areDividedByTheirSum() {
        Case drawn = new Case(List.of("F"), List.<String[]>of(new String[] {"1", "2", "1"}));

        assertThat(score(drawn)).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void score_negativeOrAllZero_isRefused() {
        assertThatThrownBy(() -> score(new Case(List.of("F"), List.<String[]>of(new String[] {"-0.1", "1", "0.1"}))))
                .hasMessageContaining("`VF`")
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> score(new Case(List.of("F"), List.<String[]>of(new String[] {"0", "0", "0"}))))
                .hasMessageContaining("must sum to 1");
    }
}
