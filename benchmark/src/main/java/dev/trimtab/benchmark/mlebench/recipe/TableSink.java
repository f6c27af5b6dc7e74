package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.OneHot;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Style;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Write;
import dev.trimtab.benchmark.mlebench.table.DecimalDigits;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one table of a recipe. */
final class TableSink implements RowSink {
    private final PandasTable table;
    private final List<Cell> cells = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private final Set<String> quoted = new HashSet<>();
    private final PandasWriter writer;

    /** @param classes columns of a one-hot table that names none */
    TableSink(Write write, PandasTable table, Path file, List<String> classes) throws IOException {
        this.table = table;
        @Nullable Style style = write.style().orElse(null);
        for (String column : columns(write)) {
            @Nullable String set = write.set().get(column);
            boolean text = set == null ? table.kind(column) == Kind.TEXT : !RowText.isNumber(set);
            add(
                    write.rename().getOrDefault(column, column),
                    text && style != null && style.quoteText(),
                    cell(column, set, style));
        }
        if (write.oneHot().isPresent()) {
            addClasses(write.oneHot().get(), classes);
        }
        writer = new PandasWriter(file, header, quoted);
    }

    /** Makes a cell of a row. */
    @FunctionalInterface
    private interface Cell {
        String of(Row row);
    }

    @Override
    public void accept(Row row) throws IOException {
        List<String> values = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            values.add(cell.of(row));
        }
        writer.row(values);
    }

    @Override
    public void complete() {
        writer.complete();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private List<String> columns(Write write) {
        if (!write.columns().isEmpty()) {
            return write.columns();
        }
        List<String> columns = new ArrayList<>(table.header());
        columns.removeAll(write.drop());
        write.set().keySet().stream().filter(name -> !columns.contains(name)).forEach(columns::add);
        return columns;
    }

    private Cell cell(String column, @Nullable String set, @Nullable Style style) {
        if (set != null) {
            RowText text = RowText.of(set, table);
            return text::of;
        }
        int at = table.at(column);
        if (style != null && style.digits() != null && table.kind(column) == Kind.REAL) {
            int digits = Objects.requireNonNull(style.digits());
            return row -> DecimalDigits.general(row.cells()[at], digits);
        }
        return row -> row.cells()[at];
    }

    private void addClasses(OneHot classes, List<String> others) {
        int at = table.at(classes.of());
        for (String name : classes.classes().isEmpty() ? others : classes.classes()) {
            add(
                    name,
                    /* quote= */ false,
                    classes.fill()
                            .<Cell>map(fill -> row -> fill)
                            .orElse(row -> row.cells()[at].equals(name) ? "1" : "0"));
        }
    }

    private void add(String name, boolean quote, Cell cell) {
        header.add(name);
        cells.add(cell);
        if (quote) {
            quoted.add(name);
        }
    }
}
