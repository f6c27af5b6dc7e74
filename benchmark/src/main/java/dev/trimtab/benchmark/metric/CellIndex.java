package dev.trimtab.benchmark.metric;

import java.util.Arrays;

/** Numbers the different cells of columns from 0 in the order in which they are met. */
public final class CellIndex {
    private static final int FREE = -1;

    private final boolean numeric;

    /** Codes by slot, and beside them the hashes of their cells, which tell most different cells apart. */
    private int[] slots = emptySlots(64);

    private long[] hashes = new long[64];
    private Column[] columns = new Column[16];
    private int[] rows = new int[16];
    private int size;

    /** @param numeric whether cells are compared as numbers (7, 07 and 7.0 are one) or as they stand */
    public CellIndex(boolean numeric) {
        this.numeric = numeric;
    }

    /** Returns the number of a cell, a new one if it was not met before. */
    public int add(Column column, int row) {
        long hash = column.hash(row, numeric);
        int slot = slot(hash, column, row);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (size == rows.length) {
            columns = Arrays.copyOf(columns, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
        }
        columns[size] = column;
        rows[size] = row;
        slots[slot] = size++;
        hashes[slot] = hash;
        int added = size - 1;
        if (2 * size > slots.length) {
            grow();
        }
        return added;
    }

    /** Returns the numbers of all cells of a column, new ones where they were not met before. */
    public int[] addAll(Column column) {
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = add(column, row);
        }
        return codes;
    }

    /** Returns the number of a cell; -1 if it was not met. */
    public int find(Column column, int row) {
        return slots[slot(column.hash(row, numeric), column, row)];
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

    private int slot(long hash, Column column, int row) {
        int slot = first(hash);
        while (slots[slot] != FREE
                && (hashes[slot] != hash
                        || Column.compare(columns[slots[slot]], rows[slots[slot]], column, row, numeric) != 0)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int first(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
    }

    private void grow() {
        int[] oldSlots = slots;
        long[] oldHashes = hashes;
        slots = emptySlots(4 * oldSlots.length);
        hashes = new long[slots.length];
        for (int old = 0; old < oldSlots.length; old++) {
            if (oldSlots[old] != FREE) {
                int slot = first(oldHashes[old]);
                while (slots[slot] != FREE) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = oldSlots[old];
                hashes[slot] = oldHashes[old];
            }
        }
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
