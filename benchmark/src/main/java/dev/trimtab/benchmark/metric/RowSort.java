package dev.trimtab.benchmark.metric;

import java.util.Arrays;

/**
 * The rows of a column in the order of its cells, equal ones as they stand: sorted by what eight bytes tell of a cell, digit by
 * digit from the last (radix sort), then within runs of the same eight bytes by the whole cell.
 */
final class RowSort {
    private static final int DIGIT = 16;
    private static final int DIGITS = 1 << DIGIT;

    private RowSort() {}

    /** Returns the rows by value or as text by code points, missing ones last. */
    static int[] rows(Column column) {
        boolean numeric = column.isNumeric();
        int[] rows = new int[column.size()];
        int present = 0;
        int missing = rows.length;
        for (int row = rows.length - 1; row >= 0; row--) {
            if (column.isMissing(row)) {
                rows[--missing] = row;
            }
        }
        long[] keys = new long[missing];
        for (int row = 0; row < rows.length; row++) {
            if (!column.isMissing(row)) {
                keys[present] = column.sortKey(row, numeric);
                rows[present++] = row;
            }
        }
        sort(keys, rows);
        for (int start = 0; start < keys.length; ) {
            int end = start + 1;
            while (end < keys.length && keys[end] == keys[start]) {
                end++;
            }
            if (!numeric && end - start > 1) {
                sortRun(column, rows, start, end);
            }
            start = end;
        }
        return rows;
    }

    /** Sorts keys as unsigned numbers, and as many rows with them. */
    private static void sort(long[] keys, int[] rows) {
        long[] otherKeys = new long[keys.length];
        int[] otherRows = new int[keys.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            int[] starts = new int[DIGITS + 1];
            for (long key : keys) {
                starts[digit(key, shift) + 1]++;
            }
            if (keys.length == 0 || starts[digit(keys[0], shift) + 1] == keys.length) {
                continue;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int i = 0; i < keys.length; i++) {
                int place = starts[digit(keys[i], shift)]++;
                otherKeys[place] = keys[i];
                otherRows[place] = rows[i];
            }
            System.arraycopy(otherKeys, 0, keys, 0, keys.length);
            System.arraycopy(otherRows, 0, rows, 0, keys.length);
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }

    private static void sortRun(Column column, int[] rows, int start, int end) {
        Integer[] run = new Integer[end - start];
        Arrays.setAll(run, i -> rows[start + i]);
        Arrays.sort(run, (a, b) -> Column.compare(column, a, column, b, /* numeric= */ false));
        for (int i = 0; i < run.length; i++) {
            rows[start + i] = run[i];
        }
    }
}
