package dev.trimtab.runtime.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a JSON file's first value, read only as far as needed: keys and kinds, of a list its first element. */
final class JsonShape {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_KEYS = 20;
    private static final int MAX_DEPTH = 4;

    private JsonShape() {}

    /** Returns for example {@code {id: number, tags: [text]}}; a file that is not JSON is named so. */
    static String read(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            return shape(parser, parser.nextToken(), 0);
        } catch (JsonProcessingException e) {
            return "not readable as JSON";
        }
    }

    private static String shape(JsonParser parser, @Nullable JsonToken token, int depth) throws IOException {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> list(parser, depth);
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "null";
        };
    }

    private static String object(JsonParser parser, int depth) throws IOException {
        List<String> keys = new ArrayList<>();
        while (keys.size() < MAX_KEYS && parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (depth >= MAX_DEPTH) {
                parser.skipChildren();
                keys.add(key);
            } else {
                keys.add(key + ": " + shape(parser, value, depth + 1));
            }
        }
        boolean more = keys.size() == MAX_KEYS && parser.nextToken() == JsonToken.FIELD_NAME;
        skipRest(parser, more);
        return "{" + String.join(", ", keys) + (more ? ", …" : "") + "}";
    }

    private static void skipRest(JsonParser parser, boolean inside) throws IOException {
        while (inside && parser.nextToken() != null) {
            parser.skipChildren();
            if (parser.nextToken() == JsonToken.END_OBJECT) {
                return;
            }
        }
    }

    private static String list(JsonParser parser, int depth) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.END_ARRAY) {
            return "[]";
        }
        String element = depth >= MAX_DEPTH ? "…" : shape(parser, first, depth + 1);
        if (depth == 0) {
            return "[" + element + ", …]";
        }
        if (depth >= MAX_DEPTH) {
            parser.skipChildren();
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
        }
        return "[" + element + "]";
    }
}
