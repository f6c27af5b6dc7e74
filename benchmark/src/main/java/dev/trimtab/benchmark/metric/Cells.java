package dev.trimtab.benchmark.metric;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts of many cells in the order in which they were added, held as UTF-8 in few large blocks: a million short cells
 * take some 20 MB.
 */
final class Cells {
    private static final int SMALLEST_BLOCK = 1 << 10;
    private static final int LARGEST_BLOCK = 1 << 20;
    private static final int MOST_BYTES_A_CHAR = 3;

    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] last = new byte[0];
    private int used;
    private int size;
    private int[] blockOf = new int[16];
    private int[] start = new int[16];
    private int[] length = new int[16];

    /** Adds a cell. */
    void add(String text) {
        add(text.toCharArray(), 0, text.length());
    }

    /** Adds a cell of these characters. */
    void add(char[] buffer, int from, int count) {
        reserve(Math.multiplyExact(count, MOST_BYTES_A_CHAR));
        if (size == start.length) {
            blockOf = Arrays.copyOf(blockOf, 2 * size);
            start = Arrays.copyOf(start, 2 * size);
            length = Arrays.copyOf(length, 2 * size);
        }
        blockOf[size] = blocks.size() - 1;
        start[size] = used;
        int at = used;
        int i = from;
        while (i < from + count && buffer[i] < 0x80) {
            last[at++] = (byte) buffer[i++];
        }
        if (i < from + count) {
            byte[] rest = new String(buffer, i, from + count - i).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(rest, 0, last, at, rest.length);
            at += rest.length;
        }
        length[size++] = at - used;
        used = at;
    }

    private void reserve(int bytes) {
        if (blocks.isEmpty() || last.length - used < bytes) {
            last = new byte[Math.max(Math.min(2 * last.length, LARGEST_BLOCK), Math.max(SMALLEST_BLOCK, bytes))];
            blocks.add(last);
            used = 0;
        }
    }

    /** Returns how many cells there are. */
    int size() {
        return size;
    }

    /** Returns the block that holds a cell. */
    byte[] block(int cell) {
        return blocks.get(blockOf[cell]);
    }

    /** Returns where a cell begins in its block. */
    int start(int cell) {
        return start[cell];
    }

    /** Returns where a cell ends in its block. */
    int end(int cell) {
        return start[cell] + length[cell];
    }

    /** Returns a cell's text. */
    String text(int cell) {
        return new String(block(cell), start[cell], length[cell], StandardCharsets.UTF_8);
    }

    /** Returns a hash of a cell's text. */
    int hash(int cell) {
        byte[] bytes = block(cell);
        int hash = 0;
        for (int i = start[cell]; i < end(cell); i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** Compares the texts of two cells by their code points. */
    static int compare(Cells a, int cellOfA, Cells b, int cellOfB) {
        return Arrays.compareUnsigned(
                a.block(cellOfA), a.start(cellOfA), a.end(cellOfA), b.block(cellOfB), b.start(cellOfB), b.end(cellOfB));
    }
}
