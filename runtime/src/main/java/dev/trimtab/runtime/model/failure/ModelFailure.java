package dev.trimtab.runtime.model.failure;

import org.jspecify.annotations.Nullable;

/** A model call that failed; either a {@link RetriableFailure} or a {@link PermanentFailure}. */
public abstract sealed class ModelFailure extends RuntimeException permits RetriableFailure, PermanentFailure {
    /**
     * @param message one line: what failed, where, what to do; never a secret
     * @param cause what was caught, or null
     */
    ModelFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
