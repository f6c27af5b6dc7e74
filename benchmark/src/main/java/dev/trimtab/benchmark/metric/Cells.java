package dev.trimtab.benchmark.metric;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts of many cells in the order in which they were added, held as UTF-8 in few large blocks: a million short cells
 * take some 20 MB.
 */
final class Cells {
    private static final int SMALLEST_BLOCK = 1 << 10;
    private static final int LARGEST_BLOCK = 1 << 20;

    /** A cell's place is one number, so that finding a cell reads one line of memory: block, start in it, length. */
    private static final int LENGTH_BITS = 28;

    private static final int START_BITS = 20;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final long PRIME = 0x100000001b3L;
    private static final long OFFSET = 0xcbf29ce484222325L;

    private byte[][] blocks = new byte[0][];
    private byte[] last = new byte[0];
    private int used;
    private int size;
    private long[] places = new long[16];

    /** Adds a cell. */
    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, 0, bytes.length);
    }

    /** Adds a cell of this text in UTF-8. */
    void add(byte[] bytes, int from, int count) {
        if (count >= 1 << LENGTH_BITS) {
            throw new SubmissionFormatException("a cell has " + count + " bytes, more than are read");
        }
        reserve(count);
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        System.arraycopy(bytes, from, last, used, count);
        places[size++] =
                ((long) (blocks.length - 1) << (START_BITS + LENGTH_BITS)) | ((long) used << LENGTH_BITS) | count;
        used += count;
    }

    private void reserve(int bytes) {
        if (blocks.length == 0 || last.length - used < bytes || used >= LARGEST_BLOCK) {
            last = new byte[Math.max(Math.min(2 * last.length, LARGEST_BLOCK), Math.max(SMALLEST_BLOCK, bytes))];
            blocks = Arrays.copyOf(blocks, blocks.length + 1);
            blocks[blocks.length - 1] = last;
            used = 0;
        }
    }

    /** Returns how many cells there are. */
    int size() {
        return size;
    }

    /** Returns the block that holds a cell. */
    byte[] block(int cell) {
        return blocks[(int) (places[cell] >>> (START_BITS + LENGTH_BITS))];
    }

    /** Returns where a cell begins in its block. */
    int start(int cell) {
        return (int) (places[cell] >>> LENGTH_BITS) & ((1 << START_BITS) - 1);
    }

    /** Returns where a cell ends in its block. */
    int end(int cell) {
        return start(cell) + (int) (places[cell] & ((1L << LENGTH_BITS) - 1));
    }

    /** Returns a cell's text. */
    String text(int cell) {
        int start = start(cell);
        return new String(block(cell), start, end(cell) - start, StandardCharsets.UTF_8);
    }

    /** Returns a hash of a cell's text (Fowler, Noll and Vo), whose high bits depend on all of the text. */
    long hash(int cell) {
        byte[] bytes = block(cell);
        int end = end(cell);
        long hash = OFFSET;
        for (int i = start(cell); i < end; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        return hash;
    }

    /** Returns another hash of a cell's text, which tells apart what the first one does not. */
    long checksum(int cell) {
        byte[] bytes = block(cell);
        int end = end(cell);
        long sum = 0;
        for (int i = start(cell); i < end; i++) {
            sum = (sum + bytes[i] + 1) * MIX;
            sum ^= sum >>> 29;
        }
        return sum;
    }

    /** Returns the first eight bytes of a cell's text, the first one highest; 0 where it ends before. */
    long firstBytes(int cell) {
        byte[] bytes = block(cell);
        int start = start(cell);
        int count = Math.min(end(cell) - start, Long.BYTES);
        long first = 0;
        for (int i = 0; i < count; i++) {
            first = first << Byte.SIZE | (bytes[start + i] & 0xff);
        }
        return first << ((Long.BYTES - count) * Byte.SIZE);
    }

    /** Returns whether two cells have the same text. */
    static boolean equal(Cells a, int cellOfA, Cells b, int cellOfB) {
        int start = a.start(cellOfA);
        int length = a.end(cellOfA) - start;
        int other = b.start(cellOfB);
        if (length != b.end(cellOfB) - other) {
            return false;
        }
        byte[] bytes = a.block(cellOfA);
        byte[] others = b.block(cellOfB);
        int i = 0;
        while (i < length && bytes[start + i] == others[other + i]) {
            i++;
        }
        return i == length;
    }

    /** Compares the texts of two cells by their code points. */
    static int compare(Cells a, int cellOfA, Cells b, int cellOfB) {
        return Arrays.compareUnsigned(
                a.block(cellOfA), a.start(cellOfA), a.end(cellOfA), b.block(cellOfB), b.start(cellOfB), b.end(cellOfB));
    }
}
