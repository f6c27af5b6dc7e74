package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Labels are compared as pandas and scikit-learn compare them: types matter, spelling of numbers does not. */
final class AccuracyTest extends MetricContract {
    @Override
    Metric metric() {
        return new Accuracy("y");
    }

    @Override
    String name() {
        return "accuracy";
    }

    @Override
    Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    List<String> truth(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Integer.toString(random.nextInt(4)))
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
        return 0;
    }

    @Override
    String scikitLearn() {
        return "accuracy_score(np.array(t, int), np.array(p, int)[:, 0])";
    }

    @Test
    void score_truthValuesInAnySpelling_areEqualToOneAndZero() {
        List<String> truth = List.of("True", "False", "True", "False");

        for (List<String> same : List.of(
                List.of("True", "False", "True", "False"),
                List.of("TRUE", "false", "true", "FALSE"),
                List.of("1", "0", "1", "0"),
                List.of("1.0", "0.0", " 1", "0"))) {
            assertThat(score(new Case(truth, oneColumn(same)))).isEqualTo(1);
        }
    }

    @Test
    void score_textAgainstTruthValues_isRefusedUpToTwoLabelsAndWorthNothingBeyond() {
        List<String> truth = List.of("True", "False", "True");

        assertThatThrownBy(() -> score(new Case(truth, oneColumn(List.of("yes", "no", "yes")))))
                .hasMessageContaining("labels of another type");
        assertThat(score(new Case(truth, oneColumn(List.of("yes", "no", "perhaps")))))
                .isZero();
    }

    @Test
    void score_probabilitiesForLabels_areRefused() {
        assertThatThrownBy(() -> score(new Case(List.of("1", "0"), oneColumn(List.of("0.7", "0.2")))))
                .hasMessageContaining("submit the class instead");
    }

    @Test
    void score_labelThatLooksMissing_isALabelWhereTheAnswersHoldIt() {
        Case drawn = new Case(List.of("None", "Minor"), oneColumn(List.of("None", "Minor")));

        assertThat(score(drawn)).isEqualTo(1);
    }
}
