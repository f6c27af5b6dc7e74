package dev.trimtab.runtime.model.failure;

import org.jspecify.annotations.Nullable;

/** A model call that fails again however often it is made. */
public abstract sealed class PermanentFailure extends ModelFailure {
    private PermanentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The account has no money or quota left. */
    public static final class Quota extends PermanentFailure {
        public Quota(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The key is missing, wrong, or not allowed to use this model. */
    public static final class Authentication extends PermanentFailure {
        public Authentication(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The server knows no such model or path. */
    public static final class ModelNotFound extends PermanentFailure {
        public ModelNotFound(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Prompt and requested reply do not fit into the model's window. */
    public static final class ContextOverflow extends PermanentFailure {
        public ContextOverflow(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The server, or the client before it, refused the request as wrong. */
    public static final class InvalidRequest extends PermanentFailure {
        public InvalidRequest(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
