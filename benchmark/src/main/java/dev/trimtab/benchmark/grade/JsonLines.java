package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads files of one JSON object a line as tables: a column a field, nested values as JSON text. */
final class JsonLines {
    private static final JsonFactory FACTORY = new JsonFactory(new ObjectMapper());

    private JsonLines() {}

    /**
     * Returns the table; fields that are not wanted are skipped unread, however long they are.
     *
     * @throws SubmissionFormatException if the file cannot be read, or a line is no such object
     */
    static Table read(Path file, Predicate<String> wanted) {
        try (JsonParser parser = FACTORY.createParser(Files.newInputStream(file))) {
            List<Map<String, String>> objects = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                objects.add(fields(parser, wanted));
            }
            List<String> header =
                    objects.isEmpty() ? List.of() : List.copyOf(objects.get(0).keySet());
            return Table.of(
                    header,
                    objects.stream()
                            .map(object -> header.stream()
                                    .map(name -> object.getOrDefault(name, ""))
                                    .toArray(String[]::new))
                            .toList());
        } catch (IOException e) {
            throw new SubmissionFormatException(file + " cannot be read as JSON lines: " + IoReason.of(e));
        }
    }

    private static Map<String, String> fields(JsonParser parser, Predicate<String> wanted) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!wanted.test(name)) {
                parser.skipChildren();
            } else if (value.isStructStart()) {
                JsonNode node = parser.readValueAsTree();
                fields.put(name, node.toString());
            } else {
                fields.put(name, parser.getText());
            }
        }
        return fields;
    }
}
