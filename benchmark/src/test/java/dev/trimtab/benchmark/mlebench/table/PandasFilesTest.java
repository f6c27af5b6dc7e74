package dev.trimtab.benchmark.mlebench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole file, read and written again, has the bytes that pandas gives it. */
final class PandasFilesTest {
    private static final String[] CELLS = {
        "1",
        "0",
        "-7",
        "007",
        "+5",
        " 3",
        "3 ",
        "-0",
        "1.5",
        "1.50",
        "2.",
        ".5",
        "1e5",
        "1E-7",
        "-1.5e300",
        "inf",
        "-inf",
        "nan",
        "NA",
        "",
        "",
        "\"\"",
        "null",
        "True",
        "False",
        "true",
        "TRUE",
        "tRUE",
        "a",
        "ä漢",
        "\"a,b\"",
        "\"x\ny\"",
        "\"x\ry\"",
        "\"x\r\ny\"",
        "\"say \"\"so\"\"\"",
        "\"x\"y",
        "x\"y\"",
        " \"x\"",
        "1_000",
        "0x10",
        "1e",
        "--5",
        "123456789012345678",
        "9223372036854775807",
        "0.1234567890123456789",
        "73.98713000000001",
        "1e-320",
        "5\u3000",
        "\u00a05",
        "N/A",
        "-nan",
        "#N/A",
        "1.0"
    };

    @TempDir
    private Path dir;

    @Test
    void columnsOfAnyMixture_areWrittenAsPandasWritesThem() throws IOException {
        DebianPython.require();
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            Files.writeString(dir.resolve(i + ".csv"), table(random, 1 + random.nextInt(4)));
        }

        assertSameAsPandas(400);
    }

    @Test
    void longFile_isTypedInPiecesAsByPandas() throws IOException {
        DebianPython.require();
        Random random = new Random(12);
        int columns = 3000;
        int piece = Pieces.size(columns);
        assertThat(piece).isEqualTo(256);
        String[][] kinds = {{"1", "02"}, {"1.50", "2"}, {"", "7"}, {"True", "FALSE"}, {"x", "3.10"}, {"", ""}};
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                ",", IntStream.range(0, columns).mapToObj(i -> "c" + i).toList()));
        for (int row = 0; row < 3 * piece + 5; row++) {
            int inPiece = row / piece;
            lines.add(String.join(
                    ",",
                    IntStream.range(0, columns)
                            .mapToObj(i -> kinds[(i / (int) Math.pow(6, inPiece % 4)) % 6][random.nextInt(2)])
                            .toList()));
        }
        Files.write(dir.resolve("0.csv"), lines);

        assertSameAsPandas(1);
    }

    @Test
    void size_ofPieces_isAPowerOfTwoBelowPandasLimit() {
        assertThat(IntStream.of(1, 2, 5, 8, 300, 500_000, 2_000_000).map(Pieces::size))
                .containsExactly(524_288, 262_144, 131_072, 65_536, 2048, 1, 1);
    }

    @Test
    void rowsWithAnIndex_loseIt() throws IOException {
        DebianPython.require();
        Files.writeString(dir.resolve("0.csv"), "a,b\n0,x,1\n1,y,2\n2,z\n3\n");
        Files.writeString(dir.resolve("1.csv"), "a,b\n0,x,\n1,y,\n");

        assertSameAsPandas(2);
    }

    @Test
    void namesOfColumns_areUniqueAsInPandas() throws IOException {
        Path file = Files.writeString(dir.resolve("t.csv"), "\uFEFFa,,a,a.1,a,\n1,2,3,4,5,6\n");

        assertThat(PandasTable.scan(Reading.of(file)).header())
                .containsExactly("a", "Unnamed: 1", "a.2", "a.1", "a.3", "Unnamed: 5");
    }

    @Test
    void wholeNumbersBeyond64Bits_areTextAmongWholeNumbers() throws IOException {
        Path file = Files.writeString(
                dir.resolve("t.csv"),
                "a,b,c\n1,0.5,9223372036854775807\n18446744073709551616,18446744073709551616,2\n");

        PandasTable table = PandasTable.scan(Reading.of(file));

        assertThat(List.of(table.kind("a"), table.kind("b"), table.kind("c")))
                .containsExactly(Kind.TEXT, Kind.REAL, Kind.INTEGER);
    }

    @Test
    void tornFiles_areRefusedByLine() throws IOException {
        Path wide = Files.writeString(dir.resolve("wide.csv"), "a,b\n1,2\n1,2,3\n");
        Path latin = Files.write(dir.resolve("latin.csv"), "a\né\n".getBytes(StandardCharsets.ISO_8859_1));
        Path empty = Files.writeString(dir.resolve("empty.csv"), "\n \n");

        assertThatThrownBy(() -> PandasTable.scan(Reading.of(wide)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("wide.csv:3: 3 cells under 2 column names");
        assertThatThrownBy(() -> PandasTable.scan(Reading.of(latin)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("latin.csv is no well-formed CSV file: line 2 is no text in UTF-8");
        assertThatThrownBy(() -> PandasTable.scan(Reading.of(empty)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("empty.csv is empty");
    }

    private static String table(Random random, int columns) {
        List<String> names = new ArrayList<>(List.of("a", "b", "\"c d\"", "é"));
        Collections.shuffle(names, random);
        String end = random.nextBoolean() ? "\n" : "\r\n";
        List<List<String>> pools = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            List<String> pool = new ArrayList<>(List.of(CELLS));
            Collections.shuffle(pool, random);
            pools.add(pool.subList(0, 1 + random.nextInt(4)));
        }
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        text.append(String.join(",", names.subList(0, columns))).append(end);
        for (int row = 0; row < 6; row++) {
            List<String> cells = new ArrayList<>();
            for (List<String> pool : pools) {
                cells.add(pool.get(random.nextInt(pool.size())));
            }
            text.append(String.join(",", cells.subList(0, random.nextInt(9) == 0 ? 1 : columns)))
                    .append(end);
            text.append(random.nextInt(9) == 0 ? " " + end : "");
        }
        return text.toString();
    }

    private void assertSameAsPandas(int files) throws IOException {
        DebianPython.run("""
                import json, sys
                import pandas as pd
                where = json.load(sys.stdin)
                for i in range(where["files"]):
                    name = f'{where["dir"]}/{i}'
                    pd.read_csv(name + ".csv", float_precision="round_trip").to_csv(name + ".pandas", index=False)
                print("{}")
                """, Map.of("dir", dir.toString(), "files", files));
        for (int i = 0; i < files; i++) {
            PandasTable table = PandasTable.scan(Reading.of(dir.resolve(i + ".csv")));
            PandasWriter.write(dir.resolve(i + ".ours"), table.header(), table.all());

            String ours = Files.readString(dir.resolve(i + ".ours"));
            String pandas = Files.readString(dir.resolve(i + ".pandas"));
            int differs =
                    ours.equals(pandas) ? ours.length() : Arrays.mismatch(ours.toCharArray(), pandas.toCharArray());
            assertThat(around(ours, differs))
                    .as("%s", around(Files.readString(dir.resolve(i + ".csv")), differs))
                    .isEqualTo(around(pandas, differs));
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, Math.min(at, text.length()) - 60), Math.min(at + 60, text.length()));
    }
}
