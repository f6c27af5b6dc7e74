package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.metric.ColumnNames;
import dev.trimtab.benchmark.metric.CsvFormatException;
import dev.trimtab.benchmark.metric.CsvTokenizer;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands over the rows of a raw CSV file, as many cells each as the header has names; cells that a row lacks are empty. */
final class RawRows implements CsvTokenizer.Sink {
    private final Reading reading;
    private final Start start;
    private final List<String> cells = new ArrayList<>();
    private @Nullable Consumer rows;
    private int width;

    /** How many cells the first row has more than the header has names: as many are the index of all rows to pandas. */
    private int unnamed = -1;

    private RawRows(Reading reading, Start start) {
        this.reading = reading;
        this.start = start;
    }

    /** Takes the header. */
    @FunctionalInterface
    interface Start {
        /** Returns what takes the rows. */
        Consumer after(List<String> header);
    }

    /** Takes rows. */
    @FunctionalInterface
    interface Consumer {
        /** Takes a row's cells as they stand. */
        void accept(String[] row) throws IOException;
    }

    /**
     * Reads a file.
     *
     * @throws UserError naming file and line if it is malformed or has no header
     */
    static void read(Reading reading, Start start) throws IOException {
        RawRows rows = new RawRows(reading, start);
        try (InputStream in = Files.newInputStream(reading.file())) {
            CsvTokenizer.read(in, reading.separator(), rows);
        } catch (CsvFormatException e) {
            throw new UserError(reading.file() + " is no well-formed CSV file: " + e.getMessage(), e);
        }
        if (rows.rows == null) {
            throw new UserError(reading.file() + " is empty; a CSV file with a header line is needed");
        }
    }

    @Override
    public void cell(int column, byte[] bytes, int from, int count) {
        cells.add(new String(bytes, from, count, StandardCharsets.UTF_8));
    }

    @Override
    public boolean endRow(long line) throws IOException {
        if (rows == null) {
            width = cells.size();
            rows = start.after(ColumnNames.of(cells));
            cells.clear();
            return true;
        }
        if (unnamed < 0) {
            unnamed = Math.max(0, cells.size() - width);
        }
        if (cells.size() > unnamed + width) {
            throw new UserError(reading.file() + ":" + line + ": " + Counted.of(cells.size(), "cell") + " under "
                    + width + " column names; download the file again, whole");
        }
        String[] row = new String[width];
        for (int i = 0; i < width; i++) {
            row[i] = unnamed + i < cells.size() ? cells.get(unnamed + i) : "";
        }
        cells.clear();
        rows.accept(row);
        return true;
    }
}
