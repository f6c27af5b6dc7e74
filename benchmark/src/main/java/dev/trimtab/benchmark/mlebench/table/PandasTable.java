package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.competition.CsvFiles;
import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file as pandas reads it: one type a column, found in a first pass; every later pass hands over its rows. */
public final class PandasTable {
    private final Reading reading;
    private final List<String> header;
    private final Kind[] kinds;
    private final int rows;
    private final long characters;

    private PandasTable(Reading reading, Scan scan) {
        this.reading = reading;
        this.header = List.copyOf(scan.header);
        this.kinds = scan.columns.stream().map(ColumnScan::kind).toArray(Kind[]::new);
        this.rows = scan.rows;
        this.characters = scan.characters;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = reading.text().contains(header.get(i)) ? Kind.TEXT : kinds[i];
        }
    }

    /** Takes a row, its cells as pandas would write them; a missing one is empty. */
    @FunctionalInterface
    public interface RowConsumer {
        /**
         * Takes a row.
         *
         * @param row its number from 0, without the excluded ones
         * @param cells one a column; the receiver may keep but not change them
         */
        void accept(int row, String[] cells) throws IOException;
    }

    /**
     * Reads a file once to find its columns and their types.
     *
     * @throws UserError naming file and line if it is malformed, or a column that {@code reading} names and it lacks
     */
    public static PandasTable scan(Reading reading) throws IOException {
        Scan scan = new Scan();
        CsvFiles.read(reading.file(), reading.separator(), scan::header, scan);
        PandasTable table = new PandasTable(reading, scan);
        reading.text().forEach(table::at);
        if (reading.exclude().isEmpty()) {
            return table;
        }
        int[] kept = {0};
        table.forEach((row, cells) -> kept[0]++);
        scan.rows = kept[0];
        return new PandasTable(reading, scan);
    }

    /** Returns the column names. */
    public List<String> header() {
        return header;
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of characters of all cells. */
    long characters() {
        return characters;
    }

    /** Returns the position of a column; bad input if there is none. */
    public int at(String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new UserError(
                    "no column '" + column + "' in " + reading.file() + "; there are " + String.join(", ", header));
        }
        return at;
    }

    /** Returns the type of a column; bad input if there is none. */
    public Kind kind(String column) {
        return kinds[at(column)];
    }

    /** Returns all cells of a column. */
    public List<String> column(String name) throws IOException {
        int at = at(name);
        List<String> cells = new ArrayList<>(rows);
        forEach((row, values) -> cells.add(values[at]));
        return cells;
    }

    /** Returns all rows, by number; for tables that fit into memory. */
    public List<String[]> all() throws IOException {
        List<String[]> all = new ArrayList<>(rows);
        forEach((row, cells) -> all.add(cells));
        return all;
    }

    /**
     * Returns the number of each row's value in a column among its distinct values.
     *
     * @param values receives the distinct values in order of first appearance
     */
    public int[] codes(String column, List<String> values) throws IOException {
        int at = at(column);
        int[] codes = new int[rows];
        Map<String, Integer> known = new HashMap<>();
        forEach((row, cells) -> {
            Integer code = known.get(cells[at]);
            if (code == null) {
                code = values.size();
                known.put(cells[at], code);
                values.add(cells[at]);
            }
            codes[row] = code;
        });
        return codes;
    }

    /** Hands over all rows in the order of the file. */
    public void forEach(RowConsumer rows) throws IOException {
        Map<Integer, String> excluded = new LinkedHashMap<>();
        reading.exclude().forEach((column, cell) -> excluded.put(at(column), cell));
        int[] number = {0};
        CsvFiles.read(reading.file(), reading.separator(), names -> {}, row -> {
            String[] cells = written(row);
            if (excluded.entrySet().stream().noneMatch(each -> cells[each.getKey()].equals(each.getValue()))) {
                rows.accept(number[0]++, cells);
            }
        });
    }

    private String[] written(String[] row) {
        String[] cells = new String[kinds.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i < row.length ? CellWriting.written(kinds[i], reading.precision(), row[i]) : "";
        }
        return cells;
    }

    /** What the first pass finds. */
    private static final class Scan implements CsvFiles.RowSink {
        private List<String> header = List.of();
        private final List<ColumnScan> columns = new ArrayList<>();
        private int rows;
        private long characters;

        void header(List<String> names) {
            header = names;
            names.forEach(name -> columns.add(new ColumnScan()));
        }

        @Override
        public void accept(String[] row) {
            rows++;
            for (int i = 0; i < columns.size(); i++) {
                String cell = i < row.length ? row[i] : "";
                characters += cell.length();
                columns.get(i).add(cell);
            }
        }
    }
}
