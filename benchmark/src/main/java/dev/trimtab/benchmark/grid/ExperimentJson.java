package dev.trimtab.benchmark.grid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.time.Duration;

/** The files of an experiment as JSON: words in lower case, durations as ISO 8601 writes them. */
final class ExperimentJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Duration.class, new DurationReader()))
            .build();

    /** Reads what {@link Duration#toString} wrote. */
    private static final class DurationReader extends StdDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Duration.parse(parser.getText());
        }
    }

    private ExperimentJson() {}

    /** Returns a record in one line. */
    static String line(Record record) {
        return write(record, /* indented= */ false);
    }

    /** Returns a record in many lines. */
    static String indented(Record record) {
        return write(record, /* indented= */ true);
    }

    /**
     * Reads a record.
     *
     * @param where the file and, of many, the line, for the error
     * @throws UserError if the text is damaged, or was written by another version
     */
    static <T extends Record> T read(String text, Class<T> type, String where) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    where + " was changed, or written by another version; restore it, or choose another directory", e);
        }
    }

    private static String write(Record record, boolean indented) {
        try {
            return (indented ? MAPPER.writer(SerializationFeature.INDENT_OUTPUT) : MAPPER.writer())
                    .writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an experiment's records hold plain values", e);
        }
    }
}
