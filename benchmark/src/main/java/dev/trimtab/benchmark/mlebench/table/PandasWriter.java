package dev.trimtab.benchmark.mlebench.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** A CSV file as {@code DataFrame.to_csv} writes it; it appears under its name when it is complete. */
public final class PandasWriter implements AutoCloseable {
    private static final String PART = ".part";

    private final Path file;
    private final Path part;
    private final CsvWriter csv;
    private boolean complete;

    /**
     * Opens a file whose cells are quoted where they need to be.
     *
     * @param file its name ends in {@code .tsv} where tabs separate the cells
     */
    public PandasWriter(Path file, List<String> header) throws IOException {
        this(file, header, Set.of());
    }

    /**
     * Opens a file.
     *
     * @param quoted columns whose cells are always quoted, and with any of them the header
     */
    public PandasWriter(Path file, List<String> header, Set<String> quoted) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + PART);
        Files.createDirectories(file.toAbsolutePath().getParent());
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .fieldSeparator(file.toString().endsWith(".tsv") ? '\t' : ',');
        if (!quoted.isEmpty()) {
            builder.quoteStrategy(quoting(header.stream().map(quoted::contains).toList()));
        }
        csv = builder.build(part);
        row(header);
    }

    /** Writes a whole file, unless it is there. */
    public static void write(Path file, List<String> header, List<String[]> rows) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try (PandasWriter writer = new PandasWriter(file, header)) {
            for (String[] row : rows) {
                writer.row(List.of(row));
            }
            writer.complete();
        }
    }

    /** Writes a row. */
    public void row(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Says that all rows are written. */
    public void complete() {
        complete = true;
    }

    @Override
    public void close() throws IOException {
        csv.close();
        if (complete) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static QuoteStrategy quoting(List<Boolean> quoted) {
        return new QuoteStrategy() {
            @Override
            public boolean quoteEmpty(int line, int field) {
                return line == 1 || quoted.get(field);
            }

            @Override
            public boolean quoteValue(int line, int field, String value) {
                return line == 1 || quoted.get(field);
            }
        };
    }
}
