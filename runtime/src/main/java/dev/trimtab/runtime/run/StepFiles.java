package dev.trimtab.runtime.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.journal.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The readable files of one step: {@code prompt.json}, {@code reply.json} and {@code context-plan.json}, each a JSON array with one element a
 * model call, and the step's program and output. They repeat what the event log holds; nothing reads them back.
 */
final class StepFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;
    private final List<JsonNode> prompts = new ArrayList<>();
    private final List<JsonNode> replies = new ArrayList<>();
    private final List<Event.ContextPlanned> plans = new ArrayList<>();

    /** @param directory the step's directory; made if it does not exist */
    StepFiles(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new InfrastructureError("cannot make " + directory + ": " + IoReason.of(e), e);
        }
    }

    void prompt(JsonNode prompt) {
        prompts.add(prompt);
        write("prompt.json", prompts);
    }

    void reply(JsonNode reply) {
        replies.add(reply);
        write("reply.json", replies);
    }

    void plan(Event.ContextPlanned plan) {
        plans.add(plan);
        write("context-plan.json", plans.toArray(Event.ContextPlanned[]::new));
    }

    void text(String file, String content) {
        try {
            Files.write(directory.resolve(file), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + directory.resolve(file) + ": " + IoReason.of(e), e);
        }
    }

    private void write(String file, Object calls) {
        try {
            text(file, MAPPER.writeValueAsString(calls) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON could not be written", e);
        }
    }
}
