package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/** An immutable table of text cells with named columns, every row of the same width. */
public final class Table {
    private final List<String> header;
    private final List<String[]> rows;

    /**
     * Makes a table of rows.
     *
     * @param header column names
     * @param rows cells, one array a row, each as long as the header; not copied and not to be changed afterwards
     */
    public Table(List<String> header, List<String[]> rows) {
        this.header = List.copyOf(header);
        this.rows = List.copyOf(rows);
        for (String[] row : rows) {
            if (row.length != header.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.length + " cells under " + header.size() + " column names");
            }
        }
    }

    /** Returns the column names in order. */
    public List<String> header() {
        return header;
    }

    /** Returns the number of rows. */
    public int size() {
        return rows.size();
    }

    /** Returns whether a column of that name exists. */
    public boolean has(String column) {
        return header.contains(column);
    }

    /**
     * Returns the first column of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column column(String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no column `" + name + "` among " + header);
        }
        return new Column(name, rows.stream().map(row -> row[at]).toArray(String[]::new));
    }

    /** Returns a table of the given rows in the given order. */
    public Table select(int[] order) {
        return new Table(header, Arrays.stream(order).mapToObj(rows::get).toList());
    }
}
