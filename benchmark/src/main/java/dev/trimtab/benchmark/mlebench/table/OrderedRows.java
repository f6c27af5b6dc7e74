package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.mlebench.table.PandasTable.RowConsumer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Rows of a table in a given order, with bounded memory: rows in the order of the file are streamed, others are dealt
 * into buckets by their place, and the buckets sorted in memory one after the other.
 */
public final class OrderedRows {
    /** Memory of a bucket, in bytes; a tenth of what one preparation may take. */
    private static final long BUCKET = 200L << 20;
    /** What a cell takes in memory besides its characters. */
    private static final long CELL = 56;

    private final PandasTable table;
    private final Path scratch;
    private final long bucket;

    /**
     * @param table its rows are read once for each order
     * @param scratch a folder for temporary files
     */
    public OrderedRows(PandasTable table, Path scratch) {
        this(table, scratch, BUCKET);
    }

    OrderedRows(PandasTable table, Path scratch, long bucket) {
        this.table = table;
        this.scratch = scratch;
        this.bucket = bucket;
    }

    /**
     * Hands over rows.
     *
     * @param order row numbers, each at most once
     * @param rows takes each row with its number in the table
     */
    public void forEach(int[] order, RowConsumer rows) throws IOException {
        if (isAscending(order)) {
            int[] next = {0};
            table.forEach((row, cells) -> {
                if (next[0] < order.length && order[next[0]] == row) {
                    next[0]++;
                    rows.accept(row, cells);
                }
            });
            return;
        }
        int[] places = places(order);
        int buckets = (int) Math.min(1000, 1 + memory(order.length) / bucket);
        if (buckets == 1) {
            String[][] cells = new String[order.length][];
            table.forEach((row, each) -> {
                if (places[row] >= 0) {
                    cells[places[row]] = each;
                }
            });
            emit(cells, 0, order, rows);
        } else {
            throughBuckets(order, places, buckets, rows);
        }
    }

    private long memory(int count) {
        long all = table.characters() + CELL * table.header().size() * table.rows();
        return (long) ((double) all * count / Math.max(1, table.rows()));
    }

    private void throughBuckets(int[] order, int[] places, int buckets, RowConsumer rows) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "order");
        int size = (order.length + buckets - 1) / buckets;
        deal(folder, places, size, buckets);
        for (int i = 0; i < buckets; i++) {
            int from = i * size;
            String[][] cells = new String[Math.max(0, Math.min(size, order.length - from))][];
            Path file = folder.resolve(Integer.toString(i));
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (int n = 0; n < cells.length; n++) {
                    int place = in.readInt();
                    cells[place - from] = readCells(in);
                }
            }
            Files.delete(file);
            emit(cells, from, order, rows);
        }
        Files.delete(folder);
    }

    private void deal(Path folder, int[] places, int size, int buckets) throws IOException {
        DataOutputStream[] files = new DataOutputStream[buckets];
        try {
            for (int i = 0; i < buckets; i++) {
                files[i] = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve(Integer.toString(i)))));
            }
            table.forEach((row, cells) -> {
                if (places[row] >= 0) {
                    DataOutputStream out = files[places[row] / size];
                    out.writeInt(places[row]);
                    for (String cell : cells) {
                        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
                        out.writeInt(bytes.length);
                        out.write(bytes);
                    }
                }
            });
        } finally {
            for (DataOutputStream file : files) {
                if (file != null) {
                    file.close();
                }
            }
        }
    }

    private String[] readCells(DataInputStream in) throws IOException {
        String[] cells = new String[table.header().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
        return cells;
    }

    private static void emit(String[][] cells, int from, int[] order, RowConsumer rows) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            rows.accept(order[from + i], cells[i]);
        }
    }

    private int[] places(int[] order) {
        int[] places = new int[table.rows()];
        Arrays.fill(places, -1);
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    private static boolean isAscending(int[] order) {
        for (int i = 1; i < order.length; i++) {
            if (order[i - 1] >= order[i]) {
                return false;
            }
        }
        return true;
    }
}
