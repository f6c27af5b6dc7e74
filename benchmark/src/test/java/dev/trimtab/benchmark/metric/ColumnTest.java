package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cells say that there is no value; the marks are those of pandas' {@code read_csv}. */
final class ColumnTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#N/A",
                "#N/A N/A",
                "#NA",
                "-1.#IND",
                "-1.#QNAN",
                "-NaN",
                "-nan",
                "1.#IND",
                "1.#QNAN",
                "<NA>",
                "N/A",
                "NA",
                "NULL",
                "NaN",
                "None",
                "n/a",
                "nan",
                "null"
            })
    void kind_ofNumbersAndAMark_isReal(String mark) {
        Column column = Column.of("c", "1", mark, "-1");

        assertThat(column.kind()).isEqualTo(Column.Kind.REAL);
        assertThat(column.isMissing(1)).isTrue();
        assertThat(column.numbers()).containsExactly(1, Double.NaN, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1D", "-N", "1.#IN", "-n", "none", "Nan", "1n"})
    void kind_ofNumbersAndWhatOnlyLooksLikeAMark_isText(String cell) {
        assertThat(Column.of("c", "1", cell, "-1").kind()).isEqualTo(Column.Kind.TEXT);
    }

    @Test
    void kind_ofNumbersThatBeginLikeMarks_isTheirs() {
        assertThat(Column.of("c", "1", "-1", "-17").kind()).isEqualTo(Column.Kind.INTEGER);
        assertThat(Column.of("c", "1.", "-1.5", "1e5", "-.5", "-inf").kind()).isEqualTo(Column.Kind.REAL);
        assertThat(Column.of("c", "1.", "-inf").hasMissing()).isFalse();
    }
}
