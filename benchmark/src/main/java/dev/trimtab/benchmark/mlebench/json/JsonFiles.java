package dev.trimtab.benchmark.mlebench.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Large JSON files, read element by element. */
public final class JsonFiles {
    /**
     * The mapper for these files. As to Python NaN is a number, also of what it writes itself, and half of a character (a lone
     * surrogate, written as an escape) is text.
     */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private JsonFiles() {}

    /** Takes an element of a top-level array, or of an array that is a top-level field. */
    @FunctionalInterface
    public interface Elements {
        /**
         * Takes an element.
         *
         * @return whether to go on
         */
        boolean accept(JsonNode element) throws IOException;
    }

    /** Takes the fields of a top-level object. */
    @FunctionalInterface
    public interface Fields {
        /** Takes a field, whose value is the parser's next; it must be read or skipped. */
        void accept(String name, JsonParser value) throws IOException;
    }

    /** Hands over the elements of a file that holds one array. */
    public static void elements(Path file, Elements elements) throws IOException {
        read(file, StandardCharsets.UTF_8, parser -> {
            parser.nextToken();
            array(parser, elements);
        });
    }

    /** Hands over the fields of a file that holds one object. */
    public static void fields(Path file, Charset charset, Fields fields) throws IOException {
        read(file, charset, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UserError(file + " must hold a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.accept(name, parser);
            }
        });
    }

    /** Hands over the elements of the array at which a parser stands. */
    public static void array(JsonParser parser, Elements elements) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UserError("a JSON array is needed, not " + parser.currentToken());
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!elements.accept(MAPPER.readTree(parser))) {
                return;
            }
        }
    }

    /** Returns all elements of a file that holds one array. */
    public static List<JsonNode> all(Path file) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        elements(file, all::add);
        return all;
    }

    /** Returns the names of the fields of an array's first object. */
    public static List<String> fieldsOfFirst(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        elements(file, first -> {
            first.fieldNames().forEachRemaining(names::add);
            return false;
        });
        return names;
    }

    /** Reads with a parser. */
    @FunctionalInterface
    private interface Reading {
        void with(JsonParser parser) throws IOException;
    }

    private static void read(Path file, Charset charset, Reading reading) throws IOException {
        try (Reader text = Files.newBufferedReader(file, charset);
                JsonParser parser = MAPPER.createParser(text)) {
            reading.with(parser);
        } catch (NoSuchFileException e) {
            throw new UserError("no file " + file + " in the raw data; download it again, whole", e);
        } catch (JsonProcessingException e) {
            throw new UserError(file + " is no whole JSON file (" + e.getOriginalMessage() + "); download it again", e);
        }
    }
}
