package dev.trimtab.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls that a model writes as its text, as open models do behind servers that do not read their calls: {@code {"name": …, "arguments": {…}}},
 * between {@code <tool_call>} and {@code </tool_call>} wherever in the text, the last of them perhaps at its end, or alone, bare or in a fence.
 */
final class WrittenCall {
    private static final Pattern TAGGED =
            Pattern.compile("<tool_call>(?<json>.*?)(?:</tool_call>\\s*|\\z)", Pattern.DOTALL);
    private static final Pattern ALONE =
            Pattern.compile("\\A\\s*+(?:```(?:json)?)?\\s*+(?<json>\\{.*})\\s*+(?:```)?\\s*+\\z", Pattern.DOTALL);

    private WrittenCall() {}

    /** Returns the message with what its text calls of the tools as calls; the same if there is none, or one that is of no tool. */
    static AiMessage read(AiMessage message, List<ToolSpecification> tools) {
        String text = message.text();
        if (text == null || message.hasToolExecutionRequests()) {
            return message;
        }
        Pattern form = text.contains("<tool_call>") ? TAGGED : ALONE;
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (Matcher written = form.matcher(text); written.find(); ) {
            Optional<ToolExecutionRequest> call = call(written.group("json"), tools);
            if (call.isEmpty()) {
                return message;
            }
            calls.add(call.get());
        }
        if (calls.isEmpty()) {
            return message;
        }
        String words = form.matcher(text).replaceAll("").strip();
        return message.toBuilder()
                .text(words.isEmpty() ? null : words)
                .toolExecutionRequests(calls)
                .build();
    }

    private static Optional<ToolExecutionRequest> call(String written, List<ToolSpecification> tools) {
        return LenientJson.object(written).flatMap(json -> {
            String name = json.path("name").asText();
            boolean offered = tools.stream().anyMatch(tool -> tool.name().equals(name));
            return offered ? arguments(json).map(given -> request(name, given)) : Optional.empty();
        });
    }

    private static Optional<ObjectNode> arguments(ObjectNode call) {
        JsonNode given = call.has("arguments") ? call.get("arguments") : call.path("parameters");
        return given.isTextual()
                ? LenientJson.object(given.textValue())
                : Optional.of(given).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    private static ToolExecutionRequest request(String name, ObjectNode arguments) {
        return ToolExecutionRequest.builder()
                .name(name)
                .arguments(arguments.toString())
                .build();
    }
}
