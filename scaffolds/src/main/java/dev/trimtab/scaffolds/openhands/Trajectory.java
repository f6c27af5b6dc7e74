package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.run.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The run as OpenHands' list of events, {@code journal.json}, as {@code openhands.events.serialization} reads it: an object each with {@code id},
 * {@code timestamp}, {@code source}, {@code message}, {@code cause}, {@code tool_call_metadata}, and {@code action} with {@code args}, or
 * {@code observation} with {@code content} and {@code extras}.
 *
 * <p>A time stamp is the event's number in seconds after 1970 and no time, so that a seed fixes the file.
 */
final class Trajectory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGENT = "agent";
    private static final String USER = "user";

    private final ArrayNode events = JSON.createArrayNode();

    Trajectory(Task task) {
        said(USER, task.description());
    }

    /** Adds an action and its observation. */
    void add(Happening happening) {
        Decision decision = happening.decision();
        Outcome outcome = happening.outcome();
        ToolCall call = decision.call();
        if (call == null) {
            said(AGENT, decision.thought());
            said(USER, outcome.observation());
        } else if (decision.wrong().isEmpty()) {
            carriedOut(decision, call, outcome);
        } else {
            observed("error", outcome.observation(), EventForm.errorExtras(), decision, null);
        }
    }

    private void carriedOut(Decision decision, ToolCall call, Outcome outcome) {
        EventForm form = EventForm.of(call, decision.thought(), outcome);
        ObjectNode action = event(AGENT, decision.thought());
        action.put("action", form.action());
        action.set("tool_call_metadata", metadata(decision));
        action.set("args", form.args());
        if (call.tool().equals(ToolSet.SHELL)) {
            call.whole("timeout").ifPresent(seconds -> action.put("timeout", (double) seconds));
        }
        if (!form.observation().isEmpty()) {
            ObjectNode observation = observed(
                    form.observation(),
                    form.content(),
                    form.extras(),
                    decision,
                    action.get("id").intValue());
            if (form.observation().equals("run")) {
                observation.put(
                        "success", form.extras().at("/metadata/exit_code").intValue() == 0);
            }
        }
    }

    private ObjectNode observed(
            String observation, String content, ObjectNode extras, Decision decision, @Nullable Integer cause) {
        ObjectNode event = event(AGENT, "");
        if (cause != null) {
            event.put("cause", cause);
        }
        event.put("observation", observation);
        event.set("tool_call_metadata", metadata(decision));
        event.put("content", content);
        event.set("extras", extras);
        return event;
    }

    private void said(String source, String words) {
        ObjectNode args = event(source, words).put("action", "message").putObject("args");
        args.put("content", words);
        args.putNull("file_urls");
        args.putNull("image_urls");
        args.put("wait_for_response", source.equals(AGENT));
        args.put("security_risk", -1);
    }

    private ObjectNode event(String source, String message) {
        int id = events.size();
        ObjectNode event = events.addObject().put("id", id);
        LocalDateTime counted = LocalDateTime.ofEpochSecond(id, 0, ZoneOffset.UTC);
        event.put("timestamp", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(counted));
        return event.put("source", source).put("message", message);
    }

    private static ObjectNode metadata(Decision decision) {
        Reply reply = decision.reply();
        ObjectNode metadata = JSON.createObjectNode();
        String tool = decision.call() == null ? "" : decision.call().tool();
        metadata.put("function_name", tool);
        metadata.put("tool_call_id", decision.id());
        metadata.set("model_response", response(reply));
        metadata.put("total_calls_in_response", reply.calls().size());
        return metadata;
    }

    /** The reply as a chat completion of OpenAI's protocol, in which OpenHands keeps it. */
    private static ObjectNode response(Reply reply) {
        ObjectNode response = JSON.createObjectNode();
        response.put("id", reply.id());
        response.put("created", 0);
        response.put("model", reply.model());
        response.put("object", "chat.completion");
        response.putNull("system_fingerprint");
        ObjectNode choice = response.putArray("choices").addObject();
        choice.put("finish_reason", reply.cut() ? "length" : "tool_calls");
        choice.put("index", 0);
        ObjectNode message = choice.putObject("message");
        message.put("content", reply.words().isEmpty() ? null : reply.words());
        message.put("role", "assistant");
        ArrayNode calls = message.putArray("tool_calls");
        for (Reply.Call call : reply.calls()) {
            ObjectNode made = calls.addObject();
            made.putObject("function").put("arguments", call.arguments()).put("name", call.tool());
            made.put("id", call.id());
            made.put("type", "function");
        }
        message.putNull("function_call");
        if (reply.usage() != null) {
            ObjectNode usage = response.putObject("usage");
            usage.put("completion_tokens", reply.usage().outputTokenCount());
            usage.put("prompt_tokens", reply.usage().inputTokenCount());
            usage.put("total_tokens", reply.usage().totalTokenCount());
        }
        return response;
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
