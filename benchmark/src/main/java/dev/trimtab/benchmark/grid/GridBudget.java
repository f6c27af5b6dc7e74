package dev.trimtab.benchmark.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a grid's axis of budgets. What scaffolds remember differs in length by a factor of ten and more, so a budget may be for some only.
 *
 * @param window the whole window in tokens ({@code context.tokens}); null: as the settings say
 * @param memory optional items in tokens ({@code context.memory-tokens}); null: as the settings say
 * @param scaffolds the scaffolds it is for, as the grid names them; null: all
 */
public record GridBudget(
        @Nullable Integer window,
        @Nullable Integer memory,
        @Nullable List<String> scaffolds) {
    /** Copies the list. */
    public GridBudget {
        scaffolds = scaffolds == null ? null : List.copyOf(scaffolds);
    }

    boolean isFor(String scaffold) {
        return scaffolds == null || scaffolds.contains(scaffold);
    }

    ContextBudget budget() {
        return new ContextBudget(window, memory);
    }
}
