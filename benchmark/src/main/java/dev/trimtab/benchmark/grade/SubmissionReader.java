package dev.trimtab.benchmark.grade;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Reads the CSV files that programs leave, as leniently as pandas: a byte order mark, blank lines and short rows pass. */
final class SubmissionReader {
    private static final int MOST_COLUMNS = 10_000;

    /** Cells take several times their bytes; a file beyond this share of the memory cannot be held. */
    private static final int MEMORY_SHARE = 4;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SubmissionReader() {}

    /**
     * Returns the table of a file.
     *
     * @param limit reading stops with an error beyond so many rows, so that no file can fill the memory
     * @throws SubmissionFormatException if it is missing, not called {@code .csv}, or no CSV file
     */
    static Table read(Path file, int limit) {
        if (!Files.isRegularFile(file)) {
            throw new SubmissionFormatException("there is no file " + file);
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new SubmissionFormatException(file + " is not called .csv; only CSV files are accepted");
        }
        requireFits(file);
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            return table(file, records.iterator(), limit);
        } catch (CsvParseException | UncheckedIOException e) {
            boolean bytes = e.getCause() instanceof CharacterCodingException;
            throw new SubmissionFormatException(
                    file + (bytes ? " is no text in UTF-8" : " is no well-formed CSV file: " + e.getMessage()));
        } catch (IOException e) {
            throw new SubmissionFormatException(file + " cannot be read: " + IoReason.of(e));
        }
    }

    private static Table table(Path file, Iterator<CsvRecord> records, int limit) {
        if (!records.hasNext()) {
            throw new SubmissionFormatException(file + " is empty; a header line is needed");
        }
        List<String> header = new ArrayList<>(records.next().getFields());
        if (header.get(0).startsWith(BYTE_ORDER_MARK)) {
            header.set(0, header.get(0).substring(1));
        }
        if (header.size() > MOST_COLUMNS) {
            throw new SubmissionFormatException(
                    file + " has " + header.size() + " columns; more than " + MOST_COLUMNS + " are not read");
        }
        List<String[]> rows = new ArrayList<>();
        while (records.hasNext()) {
            List<String> cells = records.next().getFields();
            if (rows.size() == limit) {
                throw new SubmissionFormatException(
                        "the submission has more rows than the " + limit + " of the test set");
            }
            String[] row = cells.toArray(new String[header.size()]);
            Arrays.fill(row, Math.min(cells.size(), row.length), row.length, "");
            rows.add(row);
        }
        return new Table(header, rows);
    }

    private static void requireFits(Path file) {
        long most = Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
        try {
            if (Files.size(file) > most) {
                throw new SubmissionFormatException(file + " has " + Files.size(file) + " bytes; more than " + most
                        + " do not fit into the memory");
            }
        } catch (IOException e) {
            throw new SubmissionFormatException(file + " cannot be read: " + IoReason.of(e));
        }
    }
}
