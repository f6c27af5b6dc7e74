package dev.trimtab.benchmark.mlebench.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.split.Permutation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come in the order asked for, whether they are streamed, sorted in memory or dealt into buckets. */
final class OrderedRowsTest {
    private static final int ROWS = 500;

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(longs = {1, 300, 4000, 1L << 40})
    void forEach_anyBucketSize_handsOverInOrder(long bucket) throws IOException {
        PandasTable table = table();
        int[] order = Arrays.copyOf(Permutation.of(ROWS, 3), 321);

        List<String> cells = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        new OrderedRows(table, dir, bucket).forEach(order, (number, row) -> {
            numbers.add(number);
            cells.add(row[0] + row[1]);
        });

        assertThat(numbers)
                .containsExactlyElementsOf(Arrays.stream(order).boxed().toList());
        assertThat(cells)
                .containsExactlyElementsOf(
                        Arrays.stream(order).mapToObj(i -> i + "naïve " + i).toList());
        try (var left = Files.list(dir)) {
            assertThat(left).containsExactly(dir.resolve("t.csv"));
        }
    }

    @Test
    void forEach_ascendingOrder_skipsTheOthers() throws IOException {
        List<String> cells = new ArrayList<>();

        new OrderedRows(table(), dir).forEach(new int[] {0, 7, 499}, (number, row) -> cells.add(row[0]));

        assertThat(cells).containsExactly("0", "7", "499");
    }

    private PandasTable table() throws IOException {
        Path file = dir.resolve("t.csv");
        PandasWriter.write(
                file,
                List.of("n", "word"),
                IntStream.range(0, ROWS)
                        .mapToObj(i -> new String[] {Integer.toString(i), "naïve " + i})
                        .toList());
        return PandasTable.scan(Reading.of(file));
    }
}
