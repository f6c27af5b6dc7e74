package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers that leave a metric without a meaning are no score, as where MLE-bench's graders throw. */
final class OneSidedAnswersTest {
    @Test
    void binaryLogLoss_answersOfOneClass_areRefused() {
        Metric metric = new BinaryLogLoss("y");

        assertThatThrownBy(() -> metric.score(table("y", "1", "1"), table("y", "0.9", "0.8")))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("of one class only");
    }

    @Test
    void probabilisticF1_answersWithoutAPositive_areRefused() {
        Metric metric = new ProbabilisticF1("y");

        assertThat(metric.score(table("y", "0", "1"), table("y", "0", "1"))).isEqualTo(1);
        assertThatThrownBy(() -> metric.score(table("y", "0", "0"), table("y", "0.9", "0.8")))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("no positive row");
    }

    @Test
    void biasAuc_groupWithoutMembers_isRefused() {
        Metric metric = new BiasAuc("prediction", "toxicity", List.of("a"), -5, /* threshold= */ true);
        Table predicted = table("prediction", "0", "1", "0", "1");

        assertThat(metric.score(biased("0", "0", "1", "1"), predicted)).isEqualTo(1);
        assertThatThrownBy(() -> metric.score(biased("0", "0", "0", "0"), predicted))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("no row of a group");
    }

    @Test
    void biasAuc_bothNamesOfThePrediction_areRefused() {
        Metric metric = new BiasAuc("prediction", "toxicity", List.of("a"), -5, /* threshold= */ true);

        assertThat(metric.columns(List.of("id", "toxicity"))).containsExactly("toxicity");
        assertThatThrownBy(() -> metric.columns(List.of("id", "toxicity", "prediction")))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("both columns `prediction` and `toxicity`");
    }

    private static Table table(String column, String... cells) {
        return Table.of(
                List.of(column),
                Stream.of(cells).map(cell -> new String[] {cell}).toList());
    }

    /** Four rows, harmless and toxic in turn. */
    private static Table biased(String... members) {
        return Table.of(
                List.of("toxicity", "a"),
                List.of(
                        new String[] {"0", members[0]},
                        new String[] {"1", members[1]},
                        new String[] {"0", members[2]},
                        new String[] {"1", members[3]}));
    }
}
