package dev.trimtab.runtime.model;

import dev.trimtab.runtime.model.failure.RetriableFailure;
import java.time.Duration;

/** Hears what happens around model calls, for a run's log and its progress lines. It must not throw. */
public interface ModelListener {
    /** Hears nothing. */
    ModelListener NONE = new ModelListener() {};

    /**
     * An attempt failed and will be made again.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param wait until the next
     * @param failure why
     */
    default void waiting(int attempt, Duration wait, RetriableFailure failure) {}

    /** A call was answered and paid for. */
    default void charged(ModelCharge charge) {}

    /**
     * The server counted more prompt tokens than we did.
     *
     * @param counted ours
     * @param reported the server's
     */
    default void underCounted(int counted, int reported) {}
}
