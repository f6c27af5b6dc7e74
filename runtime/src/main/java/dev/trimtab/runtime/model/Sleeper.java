package dev.trimtab.runtime.model;

import java.time.Duration;

/** Waits. Tests pass one that only advances a fake clock. */
@FunctionalInterface
public interface Sleeper {
    /** Really waits. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /**
     * Returns after the duration.
     *
     * @throws InterruptedException if the thread is interrupted before
     */
    void sleep(Duration duration) throws InterruptedException;
}
