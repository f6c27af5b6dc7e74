package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.UserError;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of text cells under column names.
 *
 * @param header column names
 * @param cells one array a row, each as long as the header
 */
record Rows(List<String> header, List<String[]> cells) {
    /** Returns the position of a column; bad input if there is none. */
    int at(String column) {
        return at(header, column);
    }

    /** Returns the position of a column in a header; bad input if there is none. */
    static int at(List<String> header, String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new UserError("no column '" + column + "' in the data; there are " + String.join(", ", header));
        }
        return at;
    }

    /** Returns the same columns of the rows with these numbers, in this order. */
    Rows select(int[] order) {
        return new Rows(header, Arrays.stream(order).mapToObj(cells::get).toList());
    }

    /** Returns all cells of a column. */
    List<String> column(String name) {
        int at = at(name);
        return cells.stream().map(row -> row[at]).toList();
    }

    /** Returns the named columns in the given order. */
    Rows columns(List<String> names) {
        int[] at = names.stream().mapToInt(this::at).toArray();
        return new Rows(names, cells.stream().map(row -> pick(row, at)).toList());
    }

    /** Returns the cells at these positions. */
    static String[] pick(String[] row, int[] at) {
        return Arrays.stream(at).mapToObj(i -> row[i]).toArray(String[]::new);
    }
}
