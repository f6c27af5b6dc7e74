package dev.trimtab.runtime.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chat requests and replies as JSON, for {@code prompt.json} and {@code reply.json}, and back.
 *
 * <p>Text, thinking, tool calls, tool results, tool specifications and the common parameters survive a round trip; a missing
 * text stays missing. Token usage is kept under the one definition of {@link ModelTokenUsage}. Images and response formats
 * with a schema are refused with IllegalArgumentException.
 */
public final class ChatJson {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private ChatJson() {}

    /** Returns a request as a JSON object. */
    public static ObjectNode write(ChatRequest request) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode messages = json.putArray("messages");
        request.messages().forEach(message -> messages.add(MessageJson.write(message)));
        if (request.toolSpecifications() != null
                && !request.toolSpecifications().isEmpty()) {
            ArrayNode tools = json.putArray("tools");
            request.toolSpecifications().forEach(tool -> tools.add(parse(tool.toJson())));
        }
        json.set("parameters", writeParameters(request));
        return json;
    }

    /** Returns a reply as a JSON object. */
    public static ObjectNode write(ChatResponse response) {
        ObjectNode json = MAPPER.createObjectNode();
        json.set("message", MessageJson.write(response.aiMessage()));
        json.put("finish", nameOf(response.finishReason()));
        json.put("id", response.id());
        json.put("model", response.modelName());
        json.set("usage", writeUsage(response.tokenUsage()));
        return withoutNulls(json);
    }

    /** Reads what {@link #write(ChatRequest)} wrote; IllegalArgumentException if the object is no such thing. */
    public static ChatRequest readRequest(JsonNode json) {
        ChatRequest.Builder request = ChatRequest.builder();
        List<ChatMessage> messages = new ArrayList<>();
        json.path("messages").forEach(message -> messages.add(MessageJson.read(message)));
        request.messages(messages);
        if (json.has("tools")) {
            List<ToolSpecification> tools = new ArrayList<>();
            json.get("tools").forEach(tool -> tools.add(ToolSpecification.fromJson(tool.toString())));
            request.toolSpecifications(tools);
        }
        readParameters(json.path("parameters"), request);
        return request.build();
    }

    /** Reads what {@link #write(ChatResponse)} wrote; IllegalArgumentException if the object is no such thing. */
    public static ChatResponse readResponse(JsonNode json) {
        ChatResponse.Builder response = ChatResponse.builder().aiMessage(MessageJson.readAi(json.path("message")));
        if (json.has("finish")) {
            response.finishReason(FinishReason.valueOf(json.get("finish").textValue()));
        }
        if (json.has("id")) {
            response.id(json.get("id").textValue());
        }
        if (json.has("model")) {
            response.modelName(json.get("model").textValue());
        }
        if (json.has("usage")) {
            response.tokenUsage(readUsage(json.get("usage")));
        }
        return response.build();
    }

    /** Parses one JSON value; IllegalArgumentException with the place of the first error. */
    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode writeParameters(ChatRequest request) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("model", request.modelName());
        json.put("temperature", request.temperature());
        json.put("top_p", request.topP());
        json.put("top_k", request.topK());
        json.put("frequency_penalty", request.frequencyPenalty());
        json.put("presence_penalty", request.presencePenalty());
        json.put("max_output_tokens", request.maxOutputTokens());
        if (request.stopSequences() != null && !request.stopSequences().isEmpty()) {
            json.set("stop", MAPPER.valueToTree(request.stopSequences()));
        }
        json.put("tool_choice", nameOf(request.toolChoice()));
        json.put("response_format", nameOf(request.responseFormat()));
        return withoutNulls(json);
    }

    private static void readParameters(JsonNode json, ChatRequest.Builder request) {
        request.modelName(json.path("model").textValue());
        request.temperature(decimal(json, "temperature"));
        request.topP(decimal(json, "top_p"));
        request.topK(integer(json, "top_k"));
        request.frequencyPenalty(decimal(json, "frequency_penalty"));
        request.presencePenalty(decimal(json, "presence_penalty"));
        request.maxOutputTokens(integer(json, "max_output_tokens"));
        if (json.has("stop")) {
            List<String> stop = new ArrayList<>();
            json.get("stop").forEach(sequence -> stop.add(sequence.textValue()));
            request.stopSequences(stop);
        }
        if (json.has("tool_choice")) {
            request.toolChoice(ToolChoice.valueOf(json.get("tool_choice").textValue()));
        }
        if (json.has("response_format")) {
            request.responseFormat(
                    "JSON".equals(json.get("response_format").textValue()) ? ResponseFormat.JSON : ResponseFormat.TEXT);
        }
    }

    private static @Nullable ObjectNode writeUsage(@Nullable TokenUsage reported) {
        ModelTokenUsage usage = ModelTokenUsage.of(reported);
        if (usage == null) {
            return null;
        }
        return MAPPER.createObjectNode()
                .put("input", usage.inputTokenCount())
                .put("output", usage.outputTokenCount())
                .put("cached", usage.cachedInputTokenCount());
    }

    private static ModelTokenUsage readUsage(JsonNode json) {
        return new ModelTokenUsage(
                json.path("input").intValue(),
                json.path("output").intValue(),
                json.path("cached").intValue());
    }

    static ObjectNode withoutNulls(ObjectNode json) {
        json.removeIf(JsonNode::isNull);
        return json;
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String nameOf(@Nullable ResponseFormat format) {
        if (format != null && format.jsonSchema() != null) {
            throw new IllegalArgumentException("a response format with a schema cannot be written: use a tool instead");
        }
        return format == null ? null : format.type().name();
    }

    private static @Nullable Double decimal(JsonNode json, String key) {
        return json.has(key) ? json.get(key).doubleValue() : null;
    }

    private static @Nullable Integer integer(JsonNode json, String key) {
        return json.has(key) ? json.get(key).intValue() : null;
    }
}
