package dev.trimtab.benchmark.competition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the CSV library reports in its own way reaches callers as the failures that they expect. */
final class CsvFilesTest {
    @Test
    void write_diskIsFull_isAnIoException() {
        assertThatThrownBy(() -> CsvFiles.write(
                        Path.of("/dev/full"),
                        List.of("id", "y"),
                        IntStream.range(0, 100_000).mapToObj(i -> new String[] {Integer.toString(i), "0.5"})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }
}
