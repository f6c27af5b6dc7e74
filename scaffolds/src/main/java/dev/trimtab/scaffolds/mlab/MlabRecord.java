package dev.trimtab.scaffolds.mlab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.run.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** MLAB's record of a run: {@code journal.json}, its trace of actions with what they showed in full, and {@code agent_log/main_log} to read. */
final class MlabRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode trace = JSON.createObjectNode();
    private final ArrayNode steps = trace.putArray("steps");
    private final StringBuilder fresh = new StringBuilder();
    private boolean begun;

    MlabRecord(Task task) {
        trace.put("task_description", task.description());
    }

    /** Adds a step; one whose input could not be read did nothing and is only in the log to read. */
    void add(MlabStep step) {
        fresh.append("Step ")
                .append(step.number())
                .append(":\n")
                .append(step.item().text())
                .append("\n\n");
        if (step.action() != null) {
            ObjectNode json = steps.addObject();
            ObjectNode action = json.putObject("action");
            action.put("name", step.action().title());
            action.set("args", JSON.valueToTree(step.input()));
            json.put("observation", step.raw());
            json.put("step", step.number());
        }
    }

    /** Writes the record; always into the same directory. */
    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("journal.json");
            Path partial = directory.resolve("journal.json.tmp");
            Files.write(partial, JSON.writeValueAsBytes(trace));
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Path log = Files.createDirectories(directory.resolve("agent_log")).resolve("main_log");
            if (begun) {
                Files.write(log, fresh.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
            } else {
                Files.write(log, fresh.toString().getBytes(StandardCharsets.UTF_8));
            }
            begun = true;
            fresh.setLength(0);
        } catch (IOException e) {
            throw new InfrastructureError("MLAB's record cannot be written to " + directory + ": " + e.getMessage(), e);
        }
    }
}
