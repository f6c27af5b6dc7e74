package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.mlebench.table.OrderedRows;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The raw table of a recipe and the parts of its rows. */
public final class SplitTable {
    private final PandasTable table;
    private final RowSplit split;
    private final Path scratch;

    SplitTable(PandasTable table, RowSplit split, Path scratch) {
        this.table = table;
        this.split = split;
        this.scratch = scratch;
    }

    /** Returns the table itself. */
    public PandasTable table() {
        return table;
    }

    /** Returns the numbers of a part's rows in their order. */
    public int[] rows(Part part) {
        return split.of(part, table);
    }

    /** Returns the rows of a part in their order; for parts that fit into memory. */
    public List<String[]> cells(Part part) throws IOException {
        List<String[]> cells = new ArrayList<>();
        new OrderedRows(table, scratch).forEach(rows(part), (number, row) -> cells.add(row));
        return cells;
    }

    /** Returns the distinct cells of a column in a part, in order of first appearance. */
    public Set<String> distinct(Part part, String column) throws IOException {
        int at = table.at(column);
        Set<String> cells = new LinkedHashSet<>();
        new OrderedRows(table, scratch).forEach(rows(part), (number, row) -> cells.add(row[at]));
        return cells;
    }

    /** Hands over the rows of a part in their order. */
    void forEach(Part part, List<RowSink> sinks) throws IOException {
        int[] place = {0};
        int before = part == Part.TEST ? split.train().length : 0;
        String name = part.name().toLowerCase(Locale.ROOT);
        new OrderedRows(table, scratch).forEach(rows(part), (number, cells) -> {
            Row row = new Row(number, place[0], before + place[0], name, cells);
            place[0]++;
            for (RowSink sink : sinks) {
                sink.accept(row);
            }
        });
        for (RowSink sink : sinks) {
            sink.complete();
        }
    }
}
