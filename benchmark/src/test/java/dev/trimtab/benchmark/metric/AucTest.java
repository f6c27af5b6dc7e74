package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The area under the curve counts pairs, a tie as half; predictions are drawn so that ties are common. */
final class AucTest extends MetricContract {
    @Override
    Metric metric() {
        return new Auc(List.of("y"));
    }

    @Override
    String name() {
        return "auc";
    }

    @Override
    Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return Stream.concat(
                        Stream.of("0", "1"), IntStream.range(2, rows).mapToObj(i -> random.nextInt(4) == 0 ? "1" : "0"))
                .toList();
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return oneColumn(truth.stream().map(cell -> "0." + random.nextInt(10)).toList());
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
        return "roc_auc_score(np.array(t, int), np.array(p, float)[:, 0])";
    }

    @Test
    void score_constantPrediction_isOneHalf() {
        assertThat(score(new Case(List.of("1", "0", "0"), oneColumn(List.of("0.3", "0.3", "0.3")))))
                .isEqualTo(0.5);
    }

    @Test
    void score_oneClassOnly_isUndefined() {
        assertThat(score(new Case(List.of("1", "1"), oneColumn(List.of("0.3", "0.4")))))
                .isNaN();
    }

    @Test
    void score_truthValuesAndMinusZero_areNumbers() {
        Case drawn = new Case(List.of("True", "False"), oneColumn(List.of("0.0", "-0.0")));

        assertThat(score(drawn)).isEqualTo(0.5);
    }

    @Test
    void score_textOrInfinity_isRefusedWithItsValue() {
        for (String cell : List.of("high", "inf", "0x1p3", "1d")) {
            assertThatThrownBy(() -> score(new Case(List.of("1", "0"), oneColumn(List.of("0.3", cell)))))
                    .hasMessage("column `y` must hold a finite number in every row but one is `" + cell + "`");
        }
    }
}
