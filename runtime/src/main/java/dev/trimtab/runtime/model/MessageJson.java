package dev.trimtab.runtime.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One chat message as JSON, with its role, and back. */
final class MessageJson {
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private MessageJson() {}

    static ObjectNode write(ChatMessage message) {
        ObjectNode json = ChatJson.MAPPER.createObjectNode();
        if (message instanceof SystemMessage system) {
            json.put("role", "system").put("text", system.text());
        } else if (message instanceof UserMessage user) {
            json.put("role", "user").put("name", user.name());
            writeContents(user.contents(), json);
            writeAttributes(user.attributes(), json);
        } else if (message instanceof AiMessage ai) {
            json.put("role", "assistant").put("text", ai.text()).put("thinking", ai.thinking());
            writeCalls(ai.toolExecutionRequests(), json);
            writeAttributes(ai.attributes(), json);
        } else if (message instanceof ToolExecutionResultMessage result) {
            json.put("role", "tool").put("id", result.id()).put("name", result.toolName());
            json.put("error", result.isError());
            writeContents(result.contents(), json);
            writeAttributes(result.attributes(), json);
        } else {
            throw new IllegalArgumentException("cannot write a message of type " + message.type() + " as JSON");
        }
        return ChatJson.withoutNulls(json);
    }

    static ChatMessage read(JsonNode json) {
        String role = json.path("role").asText("missing");
        return switch (role) {
            case "system" -> SystemMessage.from(json.path("text").textValue());
            case "user" ->
                UserMessage.builder()
                        .name(json.path("name").textValue())
                        .contents(readContents(json))
                        .attributes(readAttributes(json))
                        .build();
            case "assistant" -> readAi(json);
            case "tool" ->
                ToolExecutionResultMessage.builder()
                        .id(json.path("id").textValue())
                        .toolName(json.path("name").textValue())
                        .contents(readContents(json))
                        .isError(json.has("error") ? (Boolean) json.get("error").booleanValue() : null)
                        .attributes(readAttributes(json))
                        .build();
            default -> throw new IllegalArgumentException("message role \"" + role + "\" is unknown");
        };
    }

    static AiMessage readAi(JsonNode json) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        json.path("tool_calls")
                .forEach(call -> calls.add(ToolExecutionRequest.builder()
                        .id(call.path("id").textValue())
                        .name(call.path("name").textValue())
                        .arguments(call.path("arguments").textValue())
                        .build()));
        return AiMessage.builder()
                .text(json.path("text").textValue())
                .thinking(json.path("thinking").textValue())
                .toolExecutionRequests(calls)
                .attributes(readAttributes(json))
                .build();
    }

    private static void writeCalls(List<ToolExecutionRequest> calls, ObjectNode json) {
        if (calls.isEmpty()) {
            return;
        }
        ArrayNode array = json.putArray("tool_calls");
        for (ToolExecutionRequest call : calls) {
            array.add(ChatJson.withoutNulls(ChatJson.MAPPER
                    .createObjectNode()
                    .put("id", call.id())
                    .put("name", call.name())
                    .put("arguments", call.arguments())));
        }
    }

    private static void writeContents(List<Content> contents, ObjectNode json) {
        if (contents.size() == 1) {
            json.put("text", text(contents.get(0)));
        } else {
            ArrayNode texts = json.putArray("texts");
            contents.forEach(content -> texts.add(text(content)));
        }
    }

    private static List<Content> readContents(JsonNode json) {
        List<Content> contents = new ArrayList<>();
        if (json.has("texts")) {
            json.get("texts").forEach(text -> contents.add(TextContent.from(text.textValue())));
        } else {
            contents.add(TextContent.from(json.path("text").textValue()));
        }
        return contents;
    }

    private static void writeAttributes(@Nullable Map<String, Object> attributes, ObjectNode json) {
        if (attributes != null && !attributes.isEmpty()) {
            json.set("attributes", ChatJson.MAPPER.valueToTree(attributes));
        }
    }

    private static Map<String, Object> readAttributes(JsonNode json) {
        return json.has("attributes") ? ChatJson.MAPPER.convertValue(json.get("attributes"), ATTRIBUTES) : Map.of();
    }

    private static String text(Content content) {
        if (content instanceof TextContent text) {
            return text.text();
        }
        throw new IllegalArgumentException("cannot write " + content.type() + " content as JSON");
    }
}
