package dev.trimtab.runtime.model.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.trimtab.runtime.Secret;
import dev.trimtab.runtime.model.http.RetryAfterException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names what a provider's client threw, in one place for all providers. */
public final class FailureMapper {
    private static final String COMPARE =
            "; compare features and limits in the model's file with the server's documentation";

    /** What the model's file must say where a server refuses a parameter. */
    private static final Map<String, String> REFUSED = Map.of(
            "max_tokens", "limits.max-output-parameter: max-completion-tokens",
            "temperature", "features.temperature: false",
            "stop", "features.stop: false",
            "tool_choice", "features.tool-choice: auto, or written,",
            "tools", "features.tool-choice: written");

    private final String model;
    private final @Nullable String keyVariable;
    private final Secret key;

    /**
     * @param model the model's name, for messages
     * @param keyVariable the environment variable that holds the key, or null where none is sent
     * @param key must not appear in any message
     */
    public FailureMapper(String model, @Nullable String keyVariable, Secret key) {
        this.model = model;
        this.keyVariable = keyVariable;
        this.key = key;
    }

    /** Returns the failure that an exception of a model call stands for. */
    public ModelFailure map(RuntimeException thrown) {
        if (thrown instanceof ModelFailure failure) {
            return failure;
        }
        Throwable cause = leaks(thrown) ? null : thrown;
        HttpException http = find(thrown, HttpException.class);
        if (http != null) {
            return ofStatus(http, cause);
        }
        if (find(thrown, TimeoutException.class) != null) {
            return new RetriableFailure.Timeout("model " + model + " did not answer in time", cause);
        }
        if (find(thrown, JsonProcessingException.class) != null) {
            return new RetriableFailure.MalformedReply("the reply of model " + model + " is not valid JSON", cause);
        }
        IOException io = find(thrown, IOException.class);
        if (io != null || find(thrown, UnresolvedModelServerException.class) != null) {
            String reason = io == null ? "its host is unknown" : io.getClass().getSimpleName() + ", " + io.getMessage();
            boolean none = io == null || io instanceof ConnectException;
            String advice = none ? "; does its server run, and is base-url right?" : "";
            return new RetriableFailure.Connection(
                    key.hide("no whole reply from model " + model + ": " + reason) + advice, cause);
        }
        if (thrown instanceof IllegalArgumentException
                || thrown instanceof UnsupportedFeatureException
                || thrown instanceof InvalidRequestException) {
            return new PermanentFailure.InvalidRequest(
                    key.hide("the request to model " + model + " cannot be sent: " + thrown.getMessage()) + COMPARE,
                    cause);
        }
        return new RetriableFailure.MalformedReply("the reply of model " + model + " holds no answer", cause);
    }

    private ModelFailure ofStatus(HttpException http, @Nullable Throwable cause) {
        int status = http.statusCode();
        ErrorBody body = ErrorBody.parse(http.getMessage() == null ? "" : http.getMessage(), key);
        String message = key.hide("model " + model + " answered with HTTP " + status + ": " + body.message());
        Duration asked = http instanceof RetryAfterException carrying ? carrying.retryAfter() : null;
        Duration wait = asked == null ? body.askedWait().orElse(null) : asked;
        if (status != 401 && status != 403 && status != 429 && body.overflow()) {
            return new PermanentFailure.ContextOverflow(
                    message
                            + "; start a new run with --context-tokens N, at most what the server takes, or let it take more",
                    cause);
        }
        if (status == 402 || ((status == 429 || status == 400) && body.quota())) {
            return new PermanentFailure.Quota(
                    message + "; add money or quota to the account, or use another model", cause);
        }
        return switch (status) {
            case 401, 403 -> new PermanentFailure.Authentication(message + checkTheKey(), cause);
            case 404 ->
                new PermanentFailure.ModelNotFound(
                        message + "; check model and base-url in the model's file (most servers' addresses end in /v1)",
                        cause);
            case 408 -> new RetriableFailure.Timeout(message, cause);
            case 429 -> new RetriableFailure.RateLimit(message, wait, cause);
            case 409 -> new RetriableFailure.Server(message, wait, cause);
            default -> {
                // llama.cpp and llama-cpp-python call it a failure of theirs that they do not take a parameter
                Optional<String> refused = body.refused(REFUSED.keySet());
                yield status >= 500 && refused.isEmpty()
                        ? new RetriableFailure.Server(message, wait, cause)
                        : new PermanentFailure.InvalidRequest(message + advice(refused), cause);
            }
        };
    }

    private static String advice(Optional<String> refused) {
        return refused.map(parameter -> "; set " + REFUSED.get(parameter) + " in the model's file")
                .orElse(COMPARE);
    }

    private String checkTheKey() {
        return keyVariable == null
                ? "; the server wants a key: name its variable as api-key-env in the model's file"
                : "; check the key in " + keyVariable;
    }

    private boolean leaks(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (key.isIn(t.getMessage())) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
