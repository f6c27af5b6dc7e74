package dev.trimtab.benchmark.grid;

import dev.trimtab.runtime.run.RunListener;

/** Hears of an experiment's progress, from many threads; for showing it only. */
public interface GridListener {
    /** A cell begins, or goes on; returns what hears of its run. */
    RunListener started(CellRecord cell);

    /** So many cells, over 0, were finished in earlier processes; they neither begin nor end again. */
    default void alreadyFinished(int cells) {}

    /** A cell came to its end. */
    void ended(CellRecord cell);
}
