package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file as pandas reads it: types of columns, found in a first pass; every later pass hands over its rows. Like pandas it
 * types a long file in pieces, and where the pieces of a column are of different kinds their cells are written differently.
 */
public final class PandasTable {
    private final Reading reading;
    private final List<String> header;
    private final Kind[] kinds;
    private final Pieces pieces;
    private final int rows;
    private final long characters;

    private PandasTable(Reading reading, Scan scan, int rows) {
        this.reading = reading;
        this.header = scan.header;
        this.pieces = scan.pieces;
        this.kinds = pieces.columns();
        this.rows = rows;
        this.characters = scan.characters;
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
        RawRows.read(reading, names -> scan.begin(names, reading.text()));
        PandasTable table = new PandasTable(reading, scan, scan.pieces.rows());
        reading.text().forEach(table::at);
        if (reading.exclude().isEmpty()) {
            return table;
        }
        int[] kept = {0};
        table.forEach((row, cells) -> kept[0]++);
        return new PandasTable(reading, scan, kept[0]);
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
        int[] raw = {0};
        RawRows.read(reading, names -> row -> {
            String[] cells = written(row, raw[0]++);
            if (excluded.entrySet().stream().noneMatch(each -> cells[each.getKey()].equals(each.getValue()))) {
                rows.accept(number[0]++, cells);
            }
        });
    }

    private String[] written(String[] row, int number) {
        String[] cells = new String[kinds.length];
        for (int i = 0; i < cells.length; i++) {
            Kind kind = kinds[i] == Kind.TEXT ? pieces.inText(i, number) : kinds[i];
            boolean wholes = kind == Kind.REAL && pieces.isAmongWholes(i, number);
            cells[i] = wholes ? CellWriting.widened(row[i]) : CellWriting.written(kind, reading.precision(), row[i]);
        }
        return cells;
    }

    /** What the first pass finds. */
    private static final class Scan {
        private List<String> header = List.of();
        private Pieces pieces = new Pieces(List.of(), Set.of());
        private long characters;

        RawRows.Consumer begin(List<String> names, Set<String> text) {
            header = names;
            pieces = new Pieces(names, text);
            return this::add;
        }

        private void add(String[] row) {
            pieces.add(row);
            for (String cell : row) {
                characters += cell.length();
            }
        }
    }
}
