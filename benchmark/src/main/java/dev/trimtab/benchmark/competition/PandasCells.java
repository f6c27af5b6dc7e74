package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.PandasText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells as pandas writes them after {@code read_csv(float_precision="round_trip")} and {@code to_csv}: a column has one
 * type, missing cells are empty, whole numbers beside missing ones become {@code 39.0}, truth values True and False.
 */
final class PandasCells {
    private PandasCells() {}

    /** Returns the rows with every column rewritten. */
    static Rows of(Rows rows) {
        List<String[]> cells = new ArrayList<>();
        rows.cells().forEach(row -> cells.add(row.clone()));
        for (int at = 0; at < rows.header().size(); at++) {
            int column = at;
            Column typed = Column.of(
                    rows.header().get(at),
                    rows.cells().stream().map(row -> row[column]).toArray(String[]::new));
            for (int row = 0; row < cells.size(); row++) {
                cells.get(row)[column] = typed.isMissing(row) ? "" : PandasText.written(typed.kind(), typed.text(row));
            }
        }
        return new Rows(rows.header(), cells);
    }
}
