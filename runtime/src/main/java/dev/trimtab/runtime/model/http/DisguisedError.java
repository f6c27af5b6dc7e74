package dev.trimtab.runtime.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalInt;

/** An error that a server sends as if all were well: LM Studio does for an address it does not know, OpenRouter for a provider that failed. */
final class DisguisedError {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final int LAST = 599;

    private DisguisedError() {}

    /** Returns the status that the body's error should have had; empty for a body that is no error. */
    static OptionalInt status(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            JsonNode error = json.path("error");
            boolean answers = json.has("choices") || json.has("content") || json.has("candidates");
            if (answers || error.isMissingNode() || error.isNull()) {
                return OptionalInt.empty();
            }
            int code = error.path("code").asInt();
            return OptionalInt.of(code >= BAD_REQUEST && code <= LAST ? code : BAD_REQUEST);
        } catch (IOException noJson) {
            return OptionalInt.empty();
        }
    }
}
