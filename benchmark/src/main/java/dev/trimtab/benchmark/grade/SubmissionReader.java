package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.metric.CsvFormatException;
import dev.trimtab.benchmark.metric.CsvTokenizer;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the CSV files that programs leave, as leniently as pandas: a byte order mark, blank lines and short rows pass. */
final class SubmissionReader {
    /** Cells take little more than their bytes; a file beyond this share of the memory may not fit. */
    private static final int MEMORY_SHARE = 2;

    private SubmissionReader() {}

    /**
     * Returns the table of a file.
     *
     * @param limit reading ends with the row after so many, so that no file can fill the memory
     * @param wanted tells from the header which columns are kept; it may refuse the file
     * @throws SubmissionFormatException if it is missing, not called {@code .csv}, or no CSV file
     */
    static Table read(Path file, int limit, Function<List<String>, Predicate<String>> wanted) {
        if (!Files.isRegularFile(file)) {
            throw new SubmissionFormatException("there is no file " + file);
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new SubmissionFormatException(file + " is not called .csv; only CSV files are accepted");
        }
        requireFits(file);
        TableHandler handler = new TableHandler(limit, wanted);
        try (InputStream in = Files.newInputStream(file)) {
            CsvTokenizer.read(in, ',', handler);
        } catch (CsvFormatException e) {
            throw new SubmissionFormatException(file + " is no well-formed CSV file: " + e.getMessage());
        } catch (IOException e) {
            throw new SubmissionFormatException(file + " cannot be read: " + IoReason.of(e));
        }
        @Nullable Table table = handler.table();
        if (table == null) {
            throw new SubmissionFormatException(file + " is empty; a header line is needed");
        }
        return table;
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
