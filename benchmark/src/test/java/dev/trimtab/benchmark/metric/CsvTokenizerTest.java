package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A file is taken apart into the cells that pandas finds in it, however it comes in. */
final class CsvTokenizerTest {
    @Property(seed = "1")
    void read_whatWasWrittenInPiecesOfAnySize_isTheSame(
            @ForAll("tables") List<List<String>> rows, @ForAll @IntRange(min = 1, max = 9) int piece)
            throws IOException {
        String text = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        assertThat(cells(new Trickle(text, piece), ',')).isEqualTo(rows);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars('a', '1', '"', ',', '\n', '\r', ' ', 'é', '漢')
                .ofMaxLength(6);
        return Arbitraries.integers()
                .between(2, 4)
                .flatMap(width -> cells.list().ofSize(width).list().ofMinSize(1).ofMaxSize(5));
    }

    @Test
    void read_endsOfLinesAndBlanks_areThoseOfPandas() throws IOException {
        assertThat(cells("a,b\r\nc\r\r \t\n\nd,\n, e\r"))
                .isEqualTo(List.of(List.of("a", "b"), List.of("c"), List.of("d", ""), List.of("", " e")));
        assertThat(cells("\uFEFF\"a\",b")).isEqualTo(List.of(List.of("a", "b")));
        assertThat(cells(new Trickle("a\t\n \tb", 1), '\t')).isEqualTo(List.of(List.of("a", ""), List.of(" ", "b")));
        assertThat(cells("")).isEmpty();
        assertThat(cells("\"\"")).isEqualTo(List.of(List.of("")));
    }

    @Test
    void read_oddQuotes_areThoseOfPandas() throws IOException {
        assertThat(cells("\"x\"y,x\"y\"z,\"x\" , \"x\",\"a\"\"b\"c\"\"d"))
                .isEqualTo(List.of(List.of("xy", "x\"y\"z", "x ", " \"x\"", "a\"bc\"\"d")));
    }

    @Test
    void read_cellLongerThanTheBuffer_isWhole() throws IOException {
        String longCell = "0123456789".repeat(100_000);

        assertThat(cells("a," + longCell + ",\"" + longCell + "\"\nb"))
                .isEqualTo(List.of(List.of("a", longCell, longCell), List.of("b")));
    }

    @Test
    void read_tornOrForeignText_namesTheLine() {
        assertThatThrownBy(() -> cells("a,b\n1,\"x\ny\n"))
                .isInstanceOf(CsvFormatException.class)
                .hasMessage("the quote that begins a cell in line 2 is never closed");
        assertThatThrownBy(
                        () -> cells(new ByteArrayInputStream("a\nb\né\n".getBytes(StandardCharsets.ISO_8859_1)), ','))
                .isInstanceOf(CsvFormatException.class)
                .hasMessage("line 3 is no text in UTF-8");
    }

    private static List<List<String>> cells(String text) throws IOException {
        return cells(new Trickle(text, 1 << 20), ',');
    }

    private static List<List<String>> cells(InputStream in, char separator) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        CsvTokenizer.read(in, separator, new CsvTokenizer.Sink() {
            private List<String> row = new ArrayList<>();

            @Override
            public void cell(int column, byte[] bytes, int from, int count) {
                assertThat(column).isEqualTo(row.size());
                row.add(new String(bytes, from, count, StandardCharsets.UTF_8));
            }

            @Override
            public boolean endRow(long line) {
                rows.add(row);
                row = new ArrayList<>();
                return true;
            }
        });
        return rows;
    }

    /** Gives a few bytes at a time, as a slow disk may. */
    private static final class Trickle extends InputStream {
        private final InputStream in;
        private final int most;

        Trickle(String text, int most) {
            this.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            this.most = most;
        }

        @Override
        public int read() {
            throw new UncheckedIOException(new IOException("one byte after the other is slow"));
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            return in.read(bytes, from, Math.min(count, most));
        }
    }
}
