package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.run.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The run as OpenHands' list of events, {@code journal.json}: an object each with {@code id}, {@code source}, {@code message}, {@code cause},
 * {@code action} and {@code args}, or {@code observation}, {@code content} and {@code extras}. Time stamps are left out, so that a seed fixes it.
 */
final class Trajectory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ACTIONS = Map.of(
            ToolSet.SHELL, "run",
            ToolSet.EDITOR, "edit",
            ToolSet.THINK, "think",
            ToolSet.FINISH, "finish",
            ToolSet.TASKS, "task_tracking");

    private final ArrayNode events = JSON.createArrayNode();

    Trajectory(Task task) {
        ObjectNode first = event("user", task.description());
        first.put("action", "message");
        first.putObject("args").put("content", task.description());
    }

    /** Adds an action and its observation. */
    void add(Happening happening) {
        ToolCall call = happening.call();
        ObjectNode action = event("agent", happening.thought());
        int cause = action.get("id").intValue();
        if (call == null) {
            action.put("action", "message");
            action.putObject("args").put("content", happening.thought());
            ObjectNode answer = event("user", happening.observation());
            answer.put("action", "message");
            answer.putObject("args").put("content", happening.observation());
            return;
        }
        action.put("action", ACTIONS.getOrDefault(call.tool(), call.tool()));
        ObjectNode metadata = action.putObject("tool_call_metadata");
        metadata.put("function_name", call.tool());
        metadata.put("tool_call_id", "call-" + happening.step());
        metadata.put("model_response", happening.reply());
        action.set("args", call.arguments());
        ObjectNode observation = event("environment", "");
        observation.put("cause", cause);
        observation.put("observation", happening.failed() ? "error" : ACTIONS.getOrDefault(call.tool(), call.tool()));
        observation.put("content", happening.observation());
        ObjectNode extras = observation.putObject("extras");
        if (happening.exitCode() != null) {
            extras.putObject("metadata").put("exit_code", happening.exitCode());
            observation.put("success", happening.exitCode() == 0);
        }
    }

    private ObjectNode event(String source, String message) {
        ObjectNode event = events.addObject();
        return event.put("id", events.size() - 1).put("source", source).put("message", message);
    }

    /** Returns the calls of a trajectory, in order, so that it can be played again. */
    static List<ToolCall> calls(JsonNode trajectory) {
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode event : trajectory) {
            if (event.has("tool_call_metadata")) {
                calls.add(new ToolCall(
                        event.at("/tool_call_metadata/function_name").asText(), (ObjectNode) event.get("args")));
            }
        }
        return calls;
    }

    /** Writes the list into a directory, in place of the last one. */
    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Path partial = directory.resolve("journal.json.tmp");
            Files.write(partial, JSON.writeValueAsBytes(events));
            Files.move(
                    partial,
                    directory.resolve("journal.json"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InfrastructureError(
                    "the trajectory cannot be written to " + directory + ": " + e.getMessage(), e);
        }
    }
}
