package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wrong symbols are counted over all sequences; symbols are whole numbers, or words where a competition says so. */
final class SequenceErrorRateTest {
    private static final List<String> COLUMN = List.of("y");

    @Test
    void score_words_countsWholeSymbolsOverAllRows() {
        // One changed, one left out, one too many, over 3 + 2 true symbols.
        assertThat(score("words", List.of("K AE1 T", "D AO1"), "K AE2 T S", "D"))
                .isEqualTo(3.0 / 5);
        assertThat(score("words", List.of("K AE1 T", "D AO1"), "K AE1 T", "D AO1"))
                .isZero();
        assertThat(score("words", List.of("A"), "B C D")).isEqualTo(3);
    }

    @Test
    void score_wordsAndAnEmptyCell_isRefused() {
        assertThatThrownBy(() -> score("words", List.of("K AE1 T"), ""))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("column `y` must hold symbols between blanks in every row");
    }

    @Test
    void score_numbers_refusesWords() {
        assertThat(score("numbers", List.of("1 2 3 4"), "1 3 4")).isEqualTo(0.25);
        assertThatThrownBy(() -> score("numbers", List.of("1 2"), "1 x"))
                .isInstanceOf(SubmissionFormatException.class)
                .hasMessageContaining("one is `1 x`");
    }

    private static double score(String symbols, List<String> truth, String... predicted) {
        Metric metric = Metrics.builtIn()
                .make(
                        "sequence-error-rate",
                        new MetricSetting("id", "y", List.of(), List.of(), Map.of("symbols", symbols)));
        return metric.score(table(truth), table(Arrays.asList(predicted)));
    }

    private static Table table(List<String> cells) {
        return Table.of(COLUMN, MetricContract.oneColumn(cells));
    }
}
