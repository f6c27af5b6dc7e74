package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Relative errors count, and the logarithm wants numbers from 0 on. */
final class RmsleTest extends ErrorMetricContract {
    @Override
    Metric metric() {
        return new Rmsle(List.of("y"), /* negatives= */ false);
    }

    @Override
    String name() {
        return "rmsle";
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
        return "mean_squared_log_error(np.array(t, float), np.array(p, float)[:, 0]) ** 0.5";
    }

    @Test
    void score_negativePrediction_isRefused() {
        assertThatThrownBy(() -> score(new Case(List.of("1", "2"), oneColumn(List.of("1", "-0.1")))))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("negative");
    }
}
