package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A request that is refused, with the status and the fields that OpenAI's protocol gives an error. */
final class RefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String param;
    private final @Nullable String code;

    /**
     * @param status the HTTP status, 400 to 599
     * @param message what is wrong
     * @param param the field that is wrong, or null
     * @param code OpenAI's word for it, or null
     */
    RefusalException(int status, String message, @Nullable String param, @Nullable String code) {
        super(message);
        this.status = status;
        this.param = param;
        this.code = code;
    }

    /** Returns a refusal of a field's value. */
    static RefusalException of(String param, String message) {
        return new RefusalException(400, message, param, null);
    }

    int status() {
        return status;
    }

    /** Returns the body of the answer. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error")
                .put("message", getMessage())
                .put("type", status < 500 ? "invalid_request_error" : "server_error")
                .put("param", param)
                .put("code", code);
        return json;
    }
}
