package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.metric.Column.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types are those that pandas 2.2 gives the same cells in {@code read_csv(float_precision="round_trip")}. */
final class LongNumbersTest {
    private static final String ABOVE = "18446744073709551616";

    @ParameterizedTest
    @CsvSource({
        "1 9223372036854775807,INTEGER",
        "-9223372036854775808 1,INTEGER",
        "18446744073709551615 3,INTEGER",
        "+9223372036854775808 1,INTEGER",
        "00000000000000000000000000001 2,INTEGER",
        "9223372036854775807 NA,REAL",
        "18446744073709551615 1.5,REAL",
        "1 11111111111111111111.5,REAL",
        "1 99999999999999999999.5,TEXT",
        "1 9223372036854775808.5,REAL",
        "1.5 18446744073709551616,REAL",
        "18446744073709551616 1.5,TEXT",
        "-9223372036854775809 3,TEXT",
        "-9223372036854775809 1.5,REAL",
        "18446744073709551615 -1,TEXT",
        "18446744073709551615 -1.5,TEXT",
        "18446744073709551615 NA,TEXT",
        "NA 18446744073709551616,TEXT",
        "1 18446744073709551616e3,TEXT",
        "True 18446744073709551616,TEXT"
    })
    void kind_ofLongNumbers_isThatOfPandas(String cells, Kind kind) {
        assertThat(Column.of("c", cells.split(" ")).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"1e400,TEXT", "-1e400,REAL", "1e308,REAL", "0.5e309,TEXT", "1e-400,REAL", "inf,REAL"})
    void kind_ofANumberBeyondAllOthers_isTextAboveAndInfiniteBelow(String cell, Kind kind) {
        assertThat(Column.of("c", "0.5", cell).kind()).isEqualTo(kind);
        assertThat(Column.of("c", cell).kind()).isEqualTo(kind);
    }

    @Test
    void numbers_ofTextBeyond64Bits_areStillRead() {
        assertThat(Column.of("c", "1", ABOVE).numbers()).containsExactly(1, 0x1p64);
    }
}
