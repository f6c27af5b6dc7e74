package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import java.io.IOException;

/** A way to split that no other key can express. */
@FunctionalInterface
public interface SplitRule {
    /**
     * Returns the parts of a table.
     *
     * @param rule the recipe's keys
     * @param table the raw table
     * @param raw all raw files
     * @throws dev.trimtab.runtime.UserError if the raw files do not fit
     */
    RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException;
}
