package dev.trimtab.benchmark.mlebench.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A CSV file as {@code DataFrame.to_csv} writes it; it appears under its name when it is complete.
 *
 * <p>Reference: {@code csv.writer} of Python 3.11, which quotes a cell for a separator, a quote or a line feed in it, but not
 * for a carriage return. FastCSV cannot leave that one out.
 */
public final class PandasWriter implements AutoCloseable {
    private static final String PART = ".part";
    private static final char QUOTE = '"';
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final char separator;
    private final BitSet quoted;
    private final Writer out;
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
        this.separator = file.toString().endsWith(".tsv") ? '\t' : ',';
        this.quoted = new BitSet();
        for (int i = 0; i < header.size(); i++) {
            this.quoted.set(i, quoted.contains(header.get(i)));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8), BUFFER);
        row(header, column -> !quoted.isEmpty());
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
        row(cells, quoted::get);
    }

    private void row(List<String> cells, IntPredicate always) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(separator);
            }
            String cell = cells.get(i);
            boolean lone = cells.size() == 1 && cell.isEmpty();
            if (always.test(i) || lone || needsQuotes(cell)) {
                out.write(QUOTE + cell.replace("\"", "\"\"") + QUOTE);
            } else {
                out.write(cell);
            }
        }
        out.write('\n');
    }

    private boolean needsQuotes(String cell) {
        return cell.indexOf(separator) >= 0 || cell.indexOf(QUOTE) >= 0 || cell.indexOf('\n') >= 0;
    }

    /** Says that all rows are written. */
    public void complete() {
        complete = true;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (complete) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
