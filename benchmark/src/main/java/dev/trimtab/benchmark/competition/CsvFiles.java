package dev.trimtab.benchmark.competition;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** CSV files of the data: comma, quotes where needed, UTF-8; read also compressed, written with single line feeds. */
public final class CsvFiles {
    private static final int BUFFER = 1 << 16;

    private CsvFiles() {}

    /** Takes the rows of a file. */
    @FunctionalInterface
    public interface RowSink {
        /** Takes a row's cells. */
        void accept(String[] row) throws IOException;
    }

    /**
     * Hands over a file: first its header, then row by row.
     *
     * @throws UserError naming file and line if it is malformed or has no header
     */
    static void read(Path file, Consumer<List<String>> header, RowSink rows) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw;
                CsvReader<CsvRecord> records =
                        CsvReader.builder().detectBomHeader(true).ofCsvRecord(bytes)) {
            Iterator<CsvRecord> iterator = records.iterator();
            if (!iterator.hasNext()) {
                throw new UserError(file + " is empty; a CSV file with a header line is needed");
            }
            header.accept(List.copyOf(iterator.next().getFields()));
            while (iterator.hasNext()) {
                rows.accept(iterator.next().getFields().toArray(String[]::new));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            String reason = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
            throw new UserError(file + " is no well-formed CSV file: " + e.getMessage() + reason, e);
        }
    }

    /** Returns a whole file. */
    static Rows read(Path file) throws IOException {
        List<String> header = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        read(file, header::addAll, cells::add);
        return new Rows(header, cells);
    }

    /**
     * Writes a file, and the folders it lies in.
     *
     * @throws IOException if it cannot be written, for instance because the disk is full
     */
    static void write(Path file, List<String> header, Stream<String[]> rows) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            writer.writeRecord(header);
            rows.forEach(writer::writeRecord);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
