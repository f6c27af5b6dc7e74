package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.mlebench.recipe.Preparation.Copy;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import java.io.IOException;
import java.nio.file.Path;

/** Copies the files of each row. */
final class CopySink implements RowSink {
    private final RowText from;
    private final RowText to;
    private final RawData raw;
    private final Path folder;
    private String last = "";

    CopySink(Copy copy, PandasTable table, RawData raw, Path folder) {
        this.from = RowText.of(copy.from(), table);
        this.to = RowText.of(copy.to(), table);
        this.raw = raw;
        this.folder = folder;
    }

    @Override
    public void accept(Row row) throws IOException {
        String source = from.of(row);
        String target = to.of(row);
        if (!last.equals(target)) {
            raw.put(raw.file(source), folder.resolve(target));
            last = target;
        }
    }
}
