package dev.trimtab.benchmark.metric;

import java.util.Arrays;

/**
 * The rows of a column in the order of its cells, equal ones as they stand: sorted by what eight bytes tell of a cell, then
 * within runs of the same eight bytes by the whole cell.
 */
final class RowSort {
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
        RadixSort.sort(keys, rows);
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

    private static void sortRun(Column column, int[] rows, int start, int end) {
        Integer[] run = new Integer[end - start];
        Arrays.setAll(run, i -> rows[start + i]);
        Arrays.sort(run, (a, b) -> Column.compare(column, a, column, b, /* numeric= */ false));
        for (int i = 0; i < run.length; i++) {
            rows[start + i] = run[i];
        }
    }
}
