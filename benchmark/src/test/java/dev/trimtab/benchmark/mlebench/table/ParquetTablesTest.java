package dev.trimtab.benchmark.mlebench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet by DuckDB: what was written is read again in its order, a file that is there stays, a damaged one is bad input. */
final class ParquetTablesTest {
    @TempDir
    private Path dir;

    @Test
    void rows_ofAWrittenTable_areReadInItsOrder() throws IOException {
        Path file = dir.resolve("it's new/table.parquet");
        List<Long> read = new ArrayList<>();

        try (ParquetTables tables = new ParquetTables()) {
            tables.write("SELECT range * 7 % 300007 AS n FROM range(300000)", file);
            tables.name("written", file);
            tables.forEach("SELECT n FROM written", row -> read.add(row.getLong(1)));
        }

        assertThat(read).hasSize(300_000).startsWith(0L, 7L, 14L);
        assertThat(read.get(299_999)).isEqualTo(299_999L * 7 % 300_007);
        assertThat(file.resolveSibling("table.parquet.part")).doesNotExist();
    }

    @Test
    void rows_pickedByALongListOutOfManyRowGroups_stayInTheirOrder() throws IOException {
        String picked = IntStream.range(0, 200)
                .filter(i -> i % 10 != 3)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "(", ")"));
        List<Long> streamed = new ArrayList<>();
        List<Long> written = new ArrayList<>();

        try (ParquetTables tables = new ParquetTables()) {
            tables.write("SELECT range AS n, range // 2000 AS batch FROM range(400000)", dir.resolve("all.parquet"));
            tables.name("all_rows", dir.resolve("all.parquet"));
            String query = "SELECT n FROM all_rows WHERE batch IN " + picked;
            tables.forEach(query, row -> streamed.add(row.getLong(1)));
            tables.write(query, dir.resolve("some.parquet"));
            tables.name("some_rows", dir.resolve("some.parquet"));
            tables.forEach("SELECT n FROM some_rows", row -> written.add(row.getLong(1)));
        }

        assertThat(streamed).hasSize(360_000).isSorted();
        assertThat(written).isEqualTo(streamed);
    }

    @Test
    void write_whereAFileIs_leavesIt() throws IOException {
        Path file = Files.writeString(dir.resolve("table.parquet"), "whole");

        try (ParquetTables tables = new ParquetTables()) {
            tables.write("SELECT 1", file);
        }

        assertThat(file).hasContent("whole");
    }

    @Test
    void name_ofADamagedFile_isBadInputThatNamesIt() throws IOException {
        Path file = Files.writeString(dir.resolve("damaged.parquet"), "PAR1 and no more");

        try (ParquetTables tables = new ParquetTables()) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> tables.name("damaged", file))
                    .withMessageContaining("damaged.parquet")
                    .withMessageContaining("download it again");
        }
    }
}
