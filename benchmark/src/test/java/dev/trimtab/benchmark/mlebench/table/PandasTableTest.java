package dev.trimtab.benchmark.mlebench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.mlebench.table.Reading.Precision;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table is read and written as pandas reads and writes it. */
final class PandasTableTest {
    @TempDir
    private Path dir;

    @Test
    void forEach_columnsOfAllKinds_areWrittenAsPandasDoes() throws IOException {
        Path file = Files.writeString(dir.resolve("t.csv"), """
                whole,gaps,truth,mixed,text,id
                007,1,true,1,"a, b",001
                +5,,FALSE,True,NA,002
                -0,3,True,,"say \"\"so\"\"\",
                """);

        PandasTable table = PandasTable.scan(new Reading(file, Set.of("id"), Precision.ROUND_TRIP, Map.of()));

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.all())
                .containsExactly(
                        new String[] {"7", "1.0", "True", "1", "a, b", "001"},
                        new String[] {"5", "", "False", "True", "", "002"},
                        new String[] {"0", "3.0", "True", "", "say \"so\"", ""});
        assertThat(table.kind("whole")).isEqualTo(Kind.INTEGER);
        assertThat(table.kind("id")).isEqualTo(Kind.TEXT);
        assertThatThrownBy(() -> table.at("nothing"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no column 'nothing'");
    }

    @Test
    void scan_excludedRow_isCountedNowhere() throws IOException {
        Path file = Files.writeString(dir.resolve("t.csv"), "image,n\na.jpg,1\nbad.jpg,2\nc.jpg,3\n");

        PandasTable table =
                PandasTable.scan(new Reading(file, Set.of(), Precision.ROUND_TRIP, Map.of("image", "bad.jpg")));

        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.column("image")).containsExactly("a.jpg", "c.jpg");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void forEach_thousandsOfDecimals_areThoseOfPandas(Precision precision) throws IOException {
        DebianPython.require();
        List<String[]> decimals = decimals();
        Path file = dir.resolve("decimals.csv");
        Path expected = dir.resolve("expected.csv");
        PandasWriter.write(file, List.of("x", "y"), decimals);
        DebianPython.run("""
                import json, sys
                import pandas as pd
                where = json.load(sys.stdin)
                how = {} if where["how"] == "FAST" else {"float_precision": "round_trip"}
                pd.read_csv(where["in"], **how).to_csv(where["out"], index=False)
                print("{}")
                """, Map.of("in", file.toString(), "out", expected.toString(), "how", precision.name()));

        PandasTable table = PandasTable.scan(new Reading(file, Set.of(), precision, Map.of()));
        PandasWriter.write(dir.resolve("ours.csv"), table.header(), table.all());

        assertThat(Files.readAllLines(dir.resolve("ours.csv"))).isEqualTo(Files.readAllLines(expected));
    }

    @Test
    void general_tenDigits_isCs() {
        assertThat(DecimalDigits.general("0.012345678901234", 10)).isEqualTo("0.0123456789");
        assertThat(DecimalDigits.general("123456789012.0", 10)).isEqualTo("1.23456789e+11");
        assertThat(DecimalDigits.general("5.0", 10)).isEqualTo("5");
        assertThat(DecimalDigits.general("-0.0", 10)).isEqualTo("-0");
        assertThat(DecimalDigits.general("", 10)).isEmpty();
    }

    private static List<String[]> decimals() {
        Random random = new Random(5);
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            double number = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4);
            String fixed = String.format(Locale.ROOT, "%." + (1 + random.nextInt(19)) + "f", number);
            String general = i % 3 == 0
                    ? String.format(
                            Locale.ROOT, "%.6e", random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300))
                    : Double.toString(number);
            rows.add(new String[] {fixed, general});
        }
        return rows;
    }
}
