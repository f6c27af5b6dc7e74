package dev.trimtab.runtime.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads event logs. */
public final class JournalReader {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A log of another version reads like a damaged one, so both ways out are named. */
    private static final String REMEDY =
            "; restore the file if it was changed, read it by the version that wrote it, or start a new run";

    private JournalReader() {}

    /**
     * What a log holds.
     *
     * @param events the events, oldest first
     * @param intactBytes bytes of the file up to the end of the last whole line
     * @param torn whether something followed that line, as after a kill in the middle of a write
     */
    public record Log(List<Event> events, long intactBytes, boolean torn) {
        /** Copies the list. */
        public Log {
            events = List.copyOf(events);
        }

        /** Returns whether the run had come to its end. */
        public boolean ended() {
            return !events.isEmpty() && events.get(events.size() - 1) instanceof Event.RunEnded;
        }
    }

    /**
     * Reads a log; a torn last line is left out.
     *
     * @param path the log
     * @throws InfrastructureError if the file cannot be read
     * @throws UserError if there is no such file, a line before the last is damaged, or its event is not of this version
     */
    public static Log read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new UserError(path.getParent() + " is no run: it has no " + path.getFileName());
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read the event log " + path + ": " + IoReason.of(e), e);
        }
        List<Event> events = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                events.add(parse(new String(bytes, start, i - start, StandardCharsets.UTF_8), events.size(), path));
                start = i + 1;
            }
        }
        return new Log(events, start, start < bytes.length);
    }

    /**
     * Returns a copy of a log line or event without what may differ between two runs of one seed: time stamp and durations.
     *
     * @param line one event as JSON
     */
    public static JsonNode comparable(JsonNode line) {
        ObjectNode copy = line.deepCopy();
        copy.remove("at");
        List<String> durations = new ArrayList<>();
        copy.fieldNames().forEachRemaining(name -> {
            if (name.endsWith("Millis")) {
                durations.add(name);
            }
        });
        return copy.remove(durations);
    }

    private static Event parse(String line, int number, Path path) {
        String where = "line " + (number + 1) + " of " + path;
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node.isObject()) {
                return event(node, where);
            }
            throw new UserError(where + " is no event but " + describe(node) + REMEDY);
        } catch (JsonProcessingException e) {
            throw new UserError(where + " is damaged: it is no JSON" + REMEDY, e);
        }
    }

    private static Event event(JsonNode node, String where) {
        try {
            return MAPPER.treeToValue(node, Event.class);
        } catch (InvalidTypeIdException e) {
            String type = node.path("type").asText();
            throw new UserError(
                    where
                            + (type.isEmpty()
                                    ? " is damaged: it names no type of event"
                                    : " holds an event of a type that this version does not know, '" + type + "'")
                            + REMEDY,
                    e);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    where + " holds an event '" + node.path("type").asText()
                            + "' whose fields are not those that this version writes" + REMEDY,
                    e);
        }
    }

    private static String describe(JsonNode node) {
        return node.isMissingNode()
                ? "empty"
                : "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
