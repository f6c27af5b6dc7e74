package dev.trimtab.benchmark.metric;

/**
 * Sorts numbers of 64 bits, read without their sign, digit by digit from the last: a million of them in a third of the time that
 * comparing them takes in a program that ends before its code is compiled well.
 */
final class RadixSort {
    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;
    private static final int[] NO_ROWS = {};

    private RadixSort() {}

    /** Returns what orders numbers with a fraction as they are ordered themselves; -0 and 0 are one. */
    static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    /**
     * Sorts numbers.
     *
     * @param lowest the bit below which they are in order already where all above are equal
     */
    static void sort(long[] keys, int lowest) {
        sort(keys, NO_ROWS, /* count= */ 0, lowest);
    }

    /**
     * Sorts numbers and with them as many rows, one of each; rows of equal numbers stay as they stand.
     *
     * @param rows may be more; those beyond stay where they are
     */
    static void sort(long[] keys, int[] rows) {
        sort(keys, rows, keys.length, /* lowest= */ 0);
    }

    private static void sort(long[] keys, int[] rows, int count, int lowest) {
        int[][] starts = starts(keys, lowest);
        long[] from = keys;
        long[] to = new long[keys.length];
        int[] fromRows = rows;
        int[] toRows = new int[count];
        for (int pass = 0; pass < starts.length; pass++) {
            if (starts[pass].length == 0) {
                continue;
            }
            if (count == 0) {
                place(from, to, starts[pass], lowest + pass * DIGIT);
            } else {
                place(from, to, fromRows, toRows, starts[pass], lowest + pass * DIGIT);
            }
            long[] read = from;
            from = to;
            to = read;
            int[] readRows = fromRows;
            fromRows = toRows;
            toRows = readRows;
        }
        if (from != keys) {
            System.arraycopy(from, 0, keys, 0, keys.length);
            System.arraycopy(fromRows, 0, rows, 0, count);
        }
    }

    /** Returns for each pass where the numbers of each digit begin; nothing where all share one, which changes no order. */
    private static int[][] starts(long[] keys, int lowest) {
        int[][] starts = new int[(Long.SIZE - lowest + DIGIT - 1) / DIGIT][DIGITS];
        for (long key : keys) {
            for (int pass = 0; pass < starts.length; pass++) {
                starts[pass][digit(key, lowest + pass * DIGIT)]++;
            }
        }
        for (int pass = 0; pass < starts.length; pass++) {
            int[] counts = starts[pass];
            int before = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                if (counts[digit] == keys.length) {
                    starts[pass] = NO_ROWS;
                }
                int count = counts[digit];
                counts[digit] = before;
                before += count;
            }
        }
        return starts;
    }

    private static void place(long[] from, long[] to, int[] starts, int shift) {
        for (long key : from) {
            to[starts[digit(key, shift)]++] = key;
        }
    }

    private static void place(long[] from, long[] to, int[] fromRows, int[] toRows, int[] starts, int shift) {
        for (int i = 0; i < from.length; i++) {
            int place = starts[digit(from[i], shift)]++;
            to[place] = from[i];
            toRows[place] = fromRows[i];
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
