package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number in a file is read as the nearest double, however it is written. */
final class NumeralTest {
    @Property(tries = 2000, seed = "1")
    void value_anyDouble_isReadBackFromItsText(@ForAll double number) {
        assertThat(Column.number(PandasText.real(number))).isEqualTo(number);
    }

    @Property(tries = 5000, seed = "1")
    void value_manyDigitsWithDecimals_isTheNearestDouble(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 1, max = 20) int decimals) {
        String padded = "0".repeat(21) + digits;
        String text =
                padded.substring(0, padded.length() - decimals) + "." + padded.substring(padded.length() - decimals);

        assertThat(Column.number(text)).isEqualTo(Double.parseDouble(text));
        assertThat(Column.number("-" + text)).isEqualTo(-Double.parseDouble(text));
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "+07,7",
        "' 7 ',7",
        "7.,7",
        ".5,0.5",
        "1e3,1000",
        "1E-3,0.001",
        "inf,Infinity",
        "-Infinity,-Infinity",
        "9007199254740993,9007199254740992",
        "0.30000000000000004,0.30000000000000004",
        "True,1",
        "false,0"
    })
    void value_anySpelling_isUnderstood(String text, double expected) {
        assertThat(Column.number(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"abc", "1_0", "''", "' '", "nan", "1.5f", "0x10", "1e", "--1", "1 2", "."})
    void value_noNumber_isNaN(String text) {
        assertThat(Column.number(text)).isNaN();
    }
}
