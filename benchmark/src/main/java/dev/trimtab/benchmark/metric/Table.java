package dev.trimtab.benchmark.metric;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An immutable table of text cells with named columns. The cells of some columns may not have been kept. */
public final class Table {
    private final List<String> header;
    private final Map<String, Column> columns;
    private final int size;

    private Table(List<String> header, Map<String, Column> columns, int size) {
        this.header = header;
        this.columns = columns;
        this.size = size;
    }

    /**
     * Returns a table of rows.
     *
     * @param header column names, no two the same
     * @param rows cells, one array a row, each as long as the header
     */
    public static Table of(List<String> header, List<String[]> rows) {
        Builder builder = new Builder(header, name -> true);
        for (String[] row : rows) {
            if (row.length != header.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.length + " cells under " + header.size() + " column names");
            }
            for (int at = 0; at < row.length; at++) {
                byte[] bytes = row[at].getBytes(StandardCharsets.UTF_8);
                builder.cell(at, bytes, 0, bytes.length);
            }
            builder.endRow();
        }
        return builder.build();
    }

    /** Returns all column names in order, also of columns whose cells were not kept. */
    public List<String> header() {
        return header;
    }

    /** Returns the number of rows. */
    public int size() {
        return size;
    }

    /**
     * Returns the column of that name.
     *
     * @throws IllegalArgumentException if there is none, or its cells were not kept
     */
    public Column column(String name) {
        @Nullable Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column `" + name + "` among " + columns.keySet());
        }
        return column;
    }

    /** Returns a table of the given rows in the given order. */
    public Table select(int[] order) {
        Map<String, Column> selected = columns.values().stream()
                .collect(Collectors.toMap(
                        Column::name, column -> column.select(order), (a, b) -> a, LinkedHashMap::new));
        return new Table(header, selected, order.length);
    }

    /** Builds a table cell by cell; cells that a row does not state are empty. */
    public static final class Builder {
        private final List<String> header;
        private final @Nullable Cells[] kept;
        private int rows;

        /**
         * @param header column names, no two the same
         * @param wanted the columns whose cells are kept
         */
        public Builder(List<String> header, Predicate<String> wanted) {
            this.header = List.copyOf(header);
            this.kept = new @Nullable Cells[header.size()];
            for (int at = 0; at < kept.length; at++) {
                kept[at] = wanted.test(header.get(at)) ? new Cells() : null;
            }
        }

        /** States the next cell of the open row in a column, as text in UTF-8. */
        public void cell(int at, byte[] bytes, int from, int count) {
            @Nullable Cells cells = at < kept.length ? kept[at] : null;
            if (cells != null && cells.size() == rows) {
                cells.add(bytes, from, count);
            }
        }

        /** Closes the open row. */
        public void endRow() {
            rows++;
            for (@Nullable Cells cells : kept) {
                if (cells != null && cells.size() < rows) {
                    cells.add("");
                }
            }
        }

        /** Returns how many rows were closed. */
        public int rows() {
            return rows;
        }

        /** Returns the table. */
        public Table build() {
            Map<String, Column> columns = new LinkedHashMap<>();
            for (int at = 0; at < header.size(); at++) {
                @Nullable Cells cells = kept[at];
                if (cells != null) {
                    columns.put(header.get(at), Column.of(header.get(at), cells));
                }
            }
            return new Table(header, columns, rows);
        }
    }
}
