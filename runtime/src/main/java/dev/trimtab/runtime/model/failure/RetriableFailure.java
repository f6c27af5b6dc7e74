package dev.trimtab.runtime.model.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model call that may succeed if it is made again after a while. */
public abstract sealed class RetriableFailure extends ModelFailure {
    private RetriableFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns how long the server asked to wait, or null if it did not say. */
    public @Nullable Duration retryAfter() {
        return null;
    }

    /** Too many requests or tokens a minute. */
    public static final class RateLimit extends RetriableFailure {
        private final @Nullable Duration retryAfter;

        /** @param retryAfter how long the server asked to wait, or null */
        public RateLimit(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        @Override
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The server failed or is overloaded. */
    public static final class Server extends RetriableFailure {
        private final @Nullable Duration retryAfter;

        /** @param retryAfter how long the server asked to wait, or null */
        public Server(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        @Override
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** No reply in time. */
    public static final class Timeout extends RetriableFailure {
        public Timeout(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** No connection, or it broke before the whole reply was there. */
    public static final class Connection extends RetriableFailure {
        public Connection(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** A reply that is no valid answer: broken JSON, no choices, an error in place of one. */
    public static final class MalformedReply extends RetriableFailure {
        public MalformedReply(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
