package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads OpenAI's messages. As its servers do, it demands that every tool call is answered once and before anything else is said, and that every
 * answer belongs to a call. Messages of nothing are left out.
 */
final class MessageReader {
    private final List<ChatMessage> messages = new ArrayList<>();

    /** Calls that are not answered yet: by id, the function's name. */
    private final Map<String, String> open = new LinkedHashMap<>();

    private MessageReader() {}

    static List<ChatMessage> read(JsonNode json) throws RefusalException {
        if (!json.isArray() || json.isEmpty()) {
            throw RefusalException.of("messages", "messages must be an array of at least one message");
        }
        MessageReader reader = new MessageReader();
        for (int i = 0; i < json.size(); i++) {
            reader.add(json.get(i), "messages[" + i + "]");
        }
        reader.requireAnswered("messages");
        if (reader.messages.isEmpty()) {
            throw RefusalException.of("messages", "no message says anything");
        }
        return reader.messages;
    }

    private void add(JsonNode json, String where) throws RefusalException {
        String role = json.path("role").asText("");
        if (!role.equals("tool")) {
            requireAnswered(where);
        }
        String text = text(json.path("content"), where + ".content");
        switch (role) {
            case "system", "developer" -> {
                if (!text.isBlank()) {
                    messages.add(SystemMessage.from(text));
                }
            }
            case "user" -> {
                if (!text.isBlank()) {
                    messages.add(UserMessage.from(text));
                }
            }
            case "assistant" -> assistant(json, text, where);
            case "tool" -> result(json, text, where);
            default -> throw RefusalException.of(where + ".role", "unknown role '" + role + "'");
        }
    }

    private void assistant(JsonNode json, String text, String where) throws RefusalException {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (JsonNode call : json.path("tool_calls")) {
            String id = call.path("id").asText("");
            JsonNode function = call.path("function");
            if (id.isEmpty() || !function.path("name").isTextual() || open.containsKey(id)) {
                throw RefusalException.of(where + ".tool_calls", "every call needs an id of its own and function.name");
            }
            open.put(id, function.get("name").textValue());
            calls.add(ToolExecutionRequest.builder()
                    .id(id)
                    .name(function.get("name").textValue())
                    .arguments(function.path("arguments").asText(""))
                    .build());
        }
        if (!text.isEmpty() || !calls.isEmpty()) {
            messages.add(AiMessage.builder()
                    .text(text.isEmpty() ? null : text)
                    .toolExecutionRequests(calls)
                    .build());
        }
    }

    private void result(JsonNode json, String text, String where) throws RefusalException {
        String id = json.path("tool_call_id").asText("");
        String name = open.remove(id);
        if (name == null) {
            throw RefusalException.of(
                    where,
                    "a message with role 'tool' must follow a message with the call '" + id + "' in 'tool_calls'");
        }
        messages.add(ToolExecutionResultMessage.from(id, name, text));
    }

    private void requireAnswered(String where) throws RefusalException {
        if (!open.isEmpty()) {
            throw RefusalException.of(
                    where,
                    "a message with 'tool_calls' must be followed by an answer to each; missing: "
                            + String.join(", ", open.keySet()));
        }
    }

    private static String text(JsonNode content, String where) throws RefusalException {
        if (content.isNull() || content.isMissingNode()) {
            return "";
        }
        if (content.isTextual()) {
            return content.textValue();
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content) {
            if (!part.path("text").isTextual()) {
                throw RefusalException.of(
                        where,
                        "only text can be read, not '" + part.path("type").asText("") + "'");
            }
            parts.add(part.get("text").textValue());
        }
        if (parts.isEmpty()) {
            throw RefusalException.of(where, "content must be a text or an array of text parts");
        }
        return String.join("\n", parts);
    }
}
