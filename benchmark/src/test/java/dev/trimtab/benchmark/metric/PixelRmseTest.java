package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All pixels of all pictures count alike, and one value may stand for a whole picture. */
final class PixelRmseTest extends ErrorMetricContract {
    private static final int PIXELS = 5;

    @Override
    Metric metric() {
        return new PixelRmse("y");
    }

    @Override
    String name() {
        return "pixel-rmse";
    }

    @Override
    Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return pictures(random, rows);
    }

    @Override
    List<String[]> predictions(Random random, List<String> truth) {
        return oneColumn(pictures(random, truth.size()));
    }

    @Override
    String scikitLearn() {
        return "mean_squared_error(np.array([c.split() for c in t], float), np.array([c[0].split() for c in p], float)) ** 0.5";
    }

    @Test
    void score_oneValue_standsForEveryPixel() {
        assertThat(scoreOf("1 2 3", "2")).isEqualTo(scoreOf("1 2 3", "2 2 2")).isGreaterThan(0);
    }

    @Test
    void score_anotherNumberOfPixelsOrNoNumber_isRefused() {
        assertThatThrownBy(() -> scoreOf("1 2 3", "1 2"))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("column `y` must hold 3 numbers between blanks, or one, in every row");
        assertThatThrownBy(() -> scoreOf("1 2 3", "1 x 3"))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("a cell is `1 x 3`");
    }

    private double scoreOf(String truth, String predicted) {
        List<String> column = List.of("y");
        return metric().score(
                        Table.of(column, oneColumn(List.of(truth))), Table.of(column, oneColumn(List.of(predicted))));
    }

    private static List<String> pictures(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> String.join(" ", numbers(random, PIXELS, 255)))
                .toList();
    }
}
