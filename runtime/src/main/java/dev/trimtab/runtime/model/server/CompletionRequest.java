package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for chat completions.
 *
 * <p>Read of OpenAI's fields: messages, tools, tool_choice, n, stop, max_tokens and max_completion_tokens, stream, stream_options. All others are
 * taken and change nothing.
 *
 * @param request what the model is asked
 * @param forced the call that it must answer by, if it must
 * @param choices how many replies are wanted, 1 to {@value #MOST_CHOICES}
 * @param stop texts before which a reply ends; may be empty
 * @param longest the most tokens of a reply; null: no limit
 * @param stream whether the reply comes in events
 * @param usageInStream whether the last event tells the usage
 */
record CompletionRequest(
        ChatRequest request,
        ForcedCall forced,
        int choices,
        List<String> stop,
        @Nullable Integer longest,
        boolean stream,
        boolean usageInStream) {
    private static final int MOST_CHOICES = 128;
    private static final int MOST_STOPS = 4;
    /** Words of tool_choice, and what stands for one that is an object, null or missing. */
    private static final Set<String> CHOICES = Set.of("none", "auto", "required", "null", "");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a body.
     *
     * @throws RefusalException if it is no such request
     */
    static CompletionRequest read(byte[] body) throws RefusalException {
        JsonNode json = object(body);
        if (json.path("model").asText("").isBlank()) {
            throw RefusalException.of("model", "you must provide a model parameter");
        }
        ChatRequest.Builder request = ChatRequest.builder().messages(MessageReader.read(json.path("messages")));
        String choice = json.path("tool_choice").asText("");
        String named = json.at("/tool_choice/function/name").asText("");
        if (!CHOICES.contains(choice) || (json.path("tool_choice").isObject() && named.isEmpty())) {
            throw RefusalException.of(
                    "tool_choice", "tool_choice must be none, auto, required or an object with function.name");
        }
        boolean must = choice.equals("required") || !named.isEmpty();
        List<JsonNode> functions = functions(json.path("tools"), named);
        if (must && functions.isEmpty()) {
            throw RefusalException.of("tool_choice", "tool_choice demands a call, but there are no tools");
        }
        if (!functions.isEmpty() && !choice.equals("none")) {
            request.toolSpecifications(OfferedFunction.of(functions))
                    .toolChoice(must ? ToolChoice.REQUIRED : ToolChoice.AUTO);
        }
        return new CompletionRequest(
                request.build(),
                new ForcedCall(must ? functions : List.of()),
                json.hasNonNull("n") ? count(json, "n", MOST_CHOICES) : 1,
                stop(json.path("stop")),
                longest(json),
                json.path("stream").asBoolean(false),
                json.at("/stream_options/include_usage").asBoolean(false));
    }

    private static ObjectNode object(byte[] body) throws RefusalException {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw new RefusalException(400, "the body must be a JSON object", null, null);
        } catch (JsonProcessingException e) {
            throw new RefusalException(400, "the body is not valid JSON: " + e.getOriginalMessage(), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the functions on offer, as they are described; only the named one, where one is named. */
    private static List<JsonNode> functions(JsonNode json, String named) throws RefusalException {
        List<JsonNode> functions = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            JsonNode function = json.get(i).path("function");
            if (!function.path("name").isTextual()) {
                throw RefusalException.of("tools[" + i + "]", "a tool must be of type function and have function.name");
            }
            if (named.isEmpty() || function.get("name").textValue().equals(named)) {
                functions.add(function);
            }
        }
        if (!named.isEmpty() && functions.isEmpty()) {
            throw RefusalException.of("tool_choice", "there is no tool '" + named + "'");
        }
        return functions;
    }

    private static List<String> stop(JsonNode json) throws RefusalException {
        List<String> stop = new ArrayList<>();
        if (json.isTextual()) {
            stop.add(json.textValue());
        }
        json.forEach(text -> stop.add(text.asText()));
        if (stop.size() > MOST_STOPS || stop.contains("")) {
            throw RefusalException.of("stop", "stop takes at most " + MOST_STOPS + " texts, none of them empty");
        }
        return stop;
    }

    private static @Nullable Integer longest(JsonNode json) throws RefusalException {
        for (String field : List.of("max_completion_tokens", "max_tokens")) {
            if (json.hasNonNull(field)) {
                return count(json, field, Integer.MAX_VALUE);
            }
        }
        return null;
    }

    private static int count(JsonNode json, String field, int most) throws RefusalException {
        JsonNode value = json.get(field);
        if (!value.canConvertToInt() || value.intValue() < 1 || value.intValue() > most) {
            throw RefusalException.of(field, field + " must be a whole number from 1 to " + most);
        }
        return value.intValue();
    }
}
