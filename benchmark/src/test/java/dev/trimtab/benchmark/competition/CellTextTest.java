package dev.trimtab.benchmark.competition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.testing.DebianPython;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are printed as Python, pandas and C print them. */
final class CellTextTest {
    @ParameterizedTest
    @CsvSource({
        "39, 39.0",
        "0.1, 0.1",
        "1e16, 1e+16",
        "1234567890123456, 1234567890123456.0",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "2e-3, 0.002",
        "-0.0, -0.0",
        "1.5e300, 1.5e+300",
        "2e23, 2e+23",
        "4.9e-324, 5e-324"
    })
    void real_anyNumber_isPythonsRepr(double value, String expected) {
        assertThat(PandasText.real(value)).isEqualTo(expected);
    }

    @Property(seed = "1")
    void real_anyNumber_readsBackAsItself(@ForAll double value) {
        assertThat(Double.parseDouble(PandasText.real(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "180796.06, 180796",
        "0.106, 0.106",
        "11350.053, 11350.1",
        "1234567, 1.23457e+06",
        "1000000, 1e+06",
        "0, 0",
        "0.00001234, 1.234e-05",
        "-2.5, -2.5",
        "999999.5, 1e+06",
        "100000, 100000"
    })
    void general_anyNumber_isSixSignificantDigitsOfC(double value, String expected) {
        assertThat(SampleCells.general(value)).isEqualTo(expected);
    }

    @Test
    void realAndGeneral_thousandNumbers_equalPython() {
        DebianPython.require();
        Random random = new Random(3);
        List<Double> values = Stream.generate(() -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20))
                .limit(1000)
                .toList();

        var printed = DebianPython.run(
                "import json, sys; print(json.dumps([[repr(x), '%.6g' % x] for x in json.load(sys.stdin)]))", values);

        for (int i = 0; i < values.size(); i++) {
            assertThat(PandasText.real(values.get(i)))
                    .isEqualTo(printed.get(i).get(0).textValue());
            assertThat(SampleCells.general(values.get(i)))
                    .isEqualTo(printed.get(i).get(1).textValue());
        }
    }

    @Test
    void of_columnsOfEachKind_areWrittenAsPandasWritesThem() {
        Rows rows = new Rows(
                List.of("whole", "gaps", "truth", "lost", "text", "none"),
                List.<String[]>of(
                        new String[] {"007", "39", "true", "True", " x", ""},
                        new String[] {"-1", "NA", "FALSE", "", "7", "nan"}));

        assertThat(PandasCells.of(rows).cells())
                .containsExactly(
                        new String[] {"7", "39.0", "True", "True", " x", ""},
                        new String[] {"-1", "", "False", "", "7", ""});
    }
}
