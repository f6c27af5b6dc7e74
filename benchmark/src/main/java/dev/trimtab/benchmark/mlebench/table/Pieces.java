package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.metric.Column.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The kinds of the columns of a CSV file, found row by row in pieces of equally many rows, as pandas reads a file by default.
 * Pieces of numbers and truth values together make a column of numbers; with a piece of objects it is one of objects, where
 * each cell stays what it is in its piece.
 *
 * <p>Reference: {@code TextReader} of pandas 2.2 with {@code low_memory}, and its {@code _concatenate_chunks}.
 */
final class Pieces {
    /** pandas takes fewer cells at once than this, in rows by a power of two. */
    private static final int CELLS = 1 << 20;

    private final boolean[] text;
    private final int size;
    private final List<ColumnScan[]> scans = new ArrayList<>();
    private int rows;

    /**
     * @param names the columns
     * @param text those that are text whatever their cells look like
     */
    Pieces(List<String> names, Set<String> text) {
        this.text = new boolean[names.size()];
        for (int i = 0; i < names.size(); i++) {
            this.text[i] = text.contains(names.get(i));
        }
        this.size = size(names.size());
    }

    /** Returns how many rows a piece has in a table of so many columns, at least one. */
    static int size(int columns) {
        int most = CELLS / Math.max(1, columns);
        return most <= 2 ? 1 : Integer.highestOneBit(most - 1);
    }

    /** Takes the cells of the next row. */
    void add(String[] row) {
        if (rows++ % size == 0) {
            scans.add(ColumnScan.ofColumns(text.length));
        }
        ColumnScan[] piece = scans.get(scans.size() - 1);
        for (int i = 0; i < piece.length; i++) {
            piece[i].add(row[i]);
        }
    }

    /** Returns how many rows were taken. */
    int rows() {
        return rows;
    }

    /** Returns the kinds of all columns; of one of objects text. */
    Kind[] columns() {
        Kind[] kinds = new Kind[text.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = column(i);
        }
        return kinds;
    }

    private Kind column(int column) {
        if (text[column] || scans.isEmpty()) {
            return Kind.TEXT;
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        scans.forEach(piece -> kinds.add(piece[column].kind()));
        if (kinds.size() == 1) {
            return kinds.iterator().next();
        }
        if (scans.stream().anyMatch(piece -> piece[column].isOfObjects())) {
            return Kind.TEXT;
        }
        return kinds.contains(Kind.REAL) ? Kind.REAL : Kind.INTEGER;
    }

    /** Returns whether a cell of a column of real numbers is among whole ones only. */
    boolean isAmongWholes(int column, int row) {
        return scans.get(row / size)[column].isOfWholes();
    }

    /** Returns the kind of a cell of a column of text. */
    Kind inText(int column, int row) {
        return text[column] ? Kind.TEXT : scans.get(row / size)[column].kind();
    }
}
