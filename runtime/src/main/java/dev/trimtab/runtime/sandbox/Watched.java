package dev.trimtab.runtime.sandbox;

import org.jspecify.annotations.Nullable;

/** A running execution as the watch over its limits sees it. */
interface Watched {
    /** Waits at most this long for the program to end; what it started may still be alive. */
    boolean awaitExit(long millis) throws InterruptedException;

    /** Returns what the execution holds now; empty where its processes cannot be seen. */
    ProcessTree tree();

    /** Returns the limit at which the kernel had to step in, null if it had not or nothing can tell. */
    @Nullable Violation heldByKernel();

    /** Makes everything stand still; returns whether it does. */
    boolean freeze() throws InterruptedException;

    /** Lets everything go on. */
    void thaw();

    /** Kills everything, and returns when nothing is alive. */
    void kill() throws InterruptedException;
}
