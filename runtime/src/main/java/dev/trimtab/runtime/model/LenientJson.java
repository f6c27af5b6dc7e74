package dev.trimtab.runtime.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as models write it: with trailing commas, single quotes, names without quotes, line breaks in its texts, and words around it. */
public final class LenientJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LenientJson() {}

    /** Returns the object that a text holds, from its first opening to its last closing brace; empty if that is none. */
    public static Optional<ObjectNode> object(String text) {
        return between(text, '{', '}') instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /** Returns the list that a text holds, from its first opening to its last closing bracket; empty if that is none. */
    public static Optional<ArrayNode> list(String text) {
        return between(text, '[', ']') instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
    }

    private static @Nullable JsonNode between(String text, char open, char close) {
        int from = text.indexOf(open);
        int to = text.lastIndexOf(close);
        if (from < 0 || to < from) {
            return null;
        }
        try {
            return MAPPER.readTree(text.substring(from, to + 1));
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
