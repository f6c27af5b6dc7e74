package dev.trimtab.runtime.workspace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as one pass over its file sees it.
 *
 * @param rows data rows, without the header
 * @param columns a line on each column
 * @param names the columns' names
 * @param notice what could not be read, or empty
 */
record CsvSummary(long rows, List<String> columns, List<String> names, String notice) {
    private static final int SHORT_COLUMNS = 15;

    CsvSummary {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
    }

    /**
     * Reads a file once, row by row. Cells that a row lacks are missing, those beyond the header count as none, and rows of both kinds are
     * counted in the notice; a row that breaks the format ends the reading with one.
     */
    static CsvSummary read(Path file) throws IOException {
        char separator = file.toString().endsWith(".tsv") ? '\t' : ',';
        List<ColumnSummary> columns = List.of();
        long rows = -1;
        long ragged = 0;
        String notice = "";
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            for (CsvRecord row : reader) {
                if (rows++ < 0) {
                    columns = row.getFields().stream().map(ColumnSummary::new).toList();
                    continue;
                }
                ragged += row.getFieldCount() == columns.size() ? 0 : 1;
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(i < row.getFieldCount() ? row.getField(i) : "");
                }
            }
        } catch (CsvParseException e) {
            notice = "not readable as CSV after row " + Math.max(rows, 0);
        }
        if (ragged > 0) {
            notice += (notice.isEmpty() ? "" : "; ") + ragged + " rows with more or fewer cells than the header";
        }
        return new CsvSummary(
                Math.max(rows, 0),
                columns.stream().map(ColumnSummary::line).toList(),
                columns.stream().map(ColumnSummary::name).toList(),
                notice);
    }

    /** Returns the full form: a line a column. */
    String full() {
        return Stream.concat(Stream.of(head()), columns.stream().map(line -> "- " + line))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the short form: the names of the first columns. */
    String brief() {
        int more = names.size() - SHORT_COLUMNS;
        return head()
                + "\nColumns: "
                + names.stream().limit(SHORT_COLUMNS).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String head() {
        return rows + " rows, " + names.size() + " columns" + (notice.isEmpty() ? "" : "; " + notice);
    }
}
