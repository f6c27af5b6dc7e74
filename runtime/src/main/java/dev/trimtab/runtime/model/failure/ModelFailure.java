package dev.trimtab.runtime.model.failure;

import dev.trimtab.runtime.InfrastructureError;
import org.jspecify.annotations.Nullable;

/** A model call that failed; either a {@link RetriableFailure} or a {@link PermanentFailure}. Uncaught, it ends with exit code 3. */
public abstract sealed class ModelFailure extends InfrastructureError permits RetriableFailure, PermanentFailure {
    /**
     * @param message one line: what failed, where, what to do; never a secret
     * @param cause what was caught, or null
     */
    ModelFailure(String message, @Nullable Throwable cause) {
        super(message);
        if (cause != null) {
            initCause(cause);
        }
    }
}
