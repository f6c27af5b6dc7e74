package dev.trimtab.benchmark.grid;

import dev.trimtab.runtime.run.RunListener;

/** Hears of an experiment's progress, from many threads; for showing it only. */
public interface GridListener {
    /** A cell begins, or goes on; returns what hears of its run. */
    RunListener started(CellRecord cell);

    /** A cell came to its end, or had come to it in an earlier process. */
    void ended(CellRecord cell);
}
