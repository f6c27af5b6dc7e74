package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the rows of two columns whose cells are the same in another order, by merging their sorted hashes: that reads memory in order,
 * where looking up each cell of a million waits for memory a million times.
 */
final class HashJoin {
    /** Cells in a group of one hash are compared one by one up to this size; beyond it they are taken for repeated ones. */
    private static final int SMALL = 8;

    private final Column wanted;
    private final Column given;
    private final boolean numeric;
    private final int rowBits;

    private HashJoin(Column wanted, Column given, boolean numeric) {
        this.wanted = wanted;
        this.given = given;
        this.numeric = numeric;
        this.rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(wanted.size());
    }

    /**
     * Returns for each row of a column the row of another of the same size with its cell, the n-th with the n-th where cells repeat; null
     * where that cannot be told, because the cells are not the same, one is missing, or too many share a hash.
     *
     * @param numeric whether cells are compared as numbers
     */
    static int @Nullable [] rows(Column wanted, Column given, boolean numeric) {
        return new HashJoin(wanted, given, numeric).rows();
    }

    private int @Nullable [] rows() {
        CompletableFuture<long[]> keys = CompletableFuture.supplyAsync(() -> sortedKeys(wanted));
        long[] right = sortedKeys(given);
        long[] left = keys.join();
        int[] rows = new int[left.length];
        int at = 0;
        while (at < left.length) {
            int end = groupEnd(left, at);
            if (left[at] >>> rowBits != right[at] >>> rowBits || end != groupEnd(right, at)) {
                return null;
            }
            if (end - at > 1 && end - at <= SMALL) {
                pairOneByOne(left, right, at, end);
            }
            for (; at < end; at++) {
                rows[row(left[at])] = row(right[at]);
            }
        }
        return isRight(rows) ? rows : null;
    }

    /** Returns the high bits of each cell's hash above its row, so that equal cells stand together in the order of the file. */
    private long[] sortedKeys(Column column) {
        long[] keys = new long[column.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = column.hash(row, numeric) << rowBits | row;
        }
        RadixSort.sort(keys, rowBits);
        return keys;
    }

    private int groupEnd(long[] keys, int start) {
        int end = start + 1;
        while (end < keys.length && keys[end] >>> rowBits == keys[start] >>> rowBits) {
            end++;
        }
        return end;
    }

    /** Moves the right cells of a group to the left ones that they equal. */
    private void pairOneByOne(long[] left, long[] right, int start, int end) {
        for (int i = start; i < end; i++) {
            int found = i;
            while (found < end && !isPair(row(left[i]), row(right[found]))) {
                found++;
            }
            if (found < end) {
                long key = right[found];
                System.arraycopy(right, i, right, i + 1, found - i);
                right[i] = key;
            }
        }
    }

    /** Compares pairs by a second hash of 64 bits, read in order, since comparing the cells themselves is slower than all the rest. */
    private boolean isRight(int[] rows) {
        long[] checksums = new long[rows.length];
        Arrays.parallelSetAll(checksums, row -> given.checksum(row, numeric));
        return IntStream.range(0, rows.length)
                .parallel()
                .allMatch(row -> !given.isMissing(row) && wanted.checksum(row, numeric) == checksums[rows[row]]);
    }

    private boolean isPair(int left, int right) {
        return Column.equal(wanted, left, given, right, numeric);
    }

    private int row(long key) {
        return (int) (key & ((1L << rowBits) - 1));
    }
}
