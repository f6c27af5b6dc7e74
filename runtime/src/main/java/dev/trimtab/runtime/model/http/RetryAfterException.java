package dev.trimtab.runtime.model.http;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An error reply together with how long its headers ask to wait, which LangChain4j's own exception drops. */
public final class RetryAfterException extends HttpException {
    private final @Nullable Duration retryAfter;

    RetryAfterException(int status, String body, @Nullable Duration retryAfter) {
        super(status, body);
        this.retryAfter = retryAfter;
    }

    /** Returns how long the server asks to wait, never negative; null if it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
