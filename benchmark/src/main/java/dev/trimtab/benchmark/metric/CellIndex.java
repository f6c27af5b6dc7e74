package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers the different cells of columns from 0 in the order in which they are met. */
public final class CellIndex {
    private static final long FREE = 0;
    private static final int LEAST_SLOTS = 64;
    private static final int MOST_SLOTS = 1 << 30;

    private final boolean numeric;

    /** By slot the tag of a cell, which tells most different cells apart and names the slot, and its number plus one. */
    private long[] slots = new long[LEAST_SLOTS];

    private Column[] columns = new Column[16];
    private int[] rows = new int[16];
    private int size;

    /** The column of all cells so far, which spares looking it up; null if there are several, or none. */
    private @Nullable Column only;

    /** @param numeric whether cells are compared as numbers (7, 07 and 7.0 are one) or as they stand */
    public CellIndex(boolean numeric) {
        this.numeric = numeric;
    }

    /** Returns the number of a cell, a new one if it was not met before. */
    public int add(Column column, int row) {
        int tag = tag(column, row);
        int slot = slot(tag, column, row);
        if (slots[slot] != FREE) {
            return code(slots[slot]);
        }
        if (size == rows.length) {
            columns = Arrays.copyOf(columns, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
        }
        only = size == 0 || only == column ? column : null;
        columns[size] = column;
        rows[size] = row;
        size++;
        slots[slot] = (long) tag << Integer.SIZE | size;
        if (2L * size > slots.length) {
            resize(4 * slots.length);
        }
        return size - 1;
    }

    /** Returns the numbers of all cells of a column, new ones where they were not met before. */
    public int[] addAll(Column column) {
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = add(column, row);
        }
        return codes;
    }

    /** Makes room at once for as many different cells as a column has. */
    void expect(Column column) {
        int wanted = (int) Math.min(MOST_SLOTS, Math.max(LEAST_SLOTS, 2L * column.size()));
        int power = Integer.highestOneBit(wanted);
        int count = power == wanted ? power : 2 * power;
        if (count > slots.length) {
            resize(count);
        }
    }

    /** Returns the number of a cell; -1 if it was not met. */
    public int find(Column column, int row) {
        return code(slots[slot(tag(column, row), column, row)]);
    }

    /** Returns how many different cells were met. */
    public int size() {
        return size;
    }

    /** Returns the numbers in the order of their cells: by value, or as text by code points. */
    int[] sorted() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, code -> code);
        Arrays.sort(order, (a, b) -> Column.compare(columns[a], rows[a], columns[b], rows[b], numeric));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Returns the value of the cell with a number. */
    double value(int code) {
        return columns[code].number(rows[code]);
    }

    private static int code(long slot) {
        return (int) slot - 1;
    }

    private int tag(Column column, int row) {
        return (int) (column.hash(row, numeric) >>> Integer.SIZE);
    }

    private int slot(int tag, Column column, int row) {
        int slot = tag & (slots.length - 1);
        while (slots[slot] != FREE
                && ((int) (slots[slot] >>> Integer.SIZE) != tag || !isCell(code(slots[slot]), column, row))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isCell(int code, Column column, int row) {
        Column met = only == null ? columns[code] : only;
        return Column.equal(met, rows[code], column, row, numeric);
    }

    private void resize(int count) {
        long[] old = slots;
        slots = new long[Math.min(count, MOST_SLOTS)];
        for (long each : old) {
            if (each != FREE) {
                int slot = (int) (each >>> Integer.SIZE) & (slots.length - 1);
                while (slots[slot] != FREE) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = each;
            }
        }
    }
}
