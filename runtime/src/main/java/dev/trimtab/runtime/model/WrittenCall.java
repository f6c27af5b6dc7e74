package dev.trimtab.runtime.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call that a model writes as its text, as open models do behind servers that do not read their calls: {@code {"name": …, "arguments": {…}}},
 * bare, in a fence, or between {@code <tool_call>} and {@code </tool_call>}.
 */
final class WrittenCall {
    private static final ObjectReader STRICT =
            ChatJson.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern WRAPPED = Pattern.compile(
            "\\A\\s*(?:```(?:json)?|<tool_call>)?\\s*(?<json>\\{.*})\\s*(?:```|</tool_call>)?\\s*\\z", Pattern.DOTALL);

    private WrittenCall() {}

    /** Returns the call of one of the tools that the text is, if it is nothing else. */
    static Optional<ToolExecutionRequest> in(String text, List<ToolSpecification> tools) {
        Matcher wrapped = WRAPPED.matcher(text);
        if (!wrapped.find()) {
            return Optional.empty();
        }
        try {
            JsonNode json = STRICT.readTree(wrapped.group("json"));
            JsonNode given = json.has("arguments") ? json.get("arguments") : json.path("parameters");
            JsonNode arguments = given.isTextual() ? STRICT.readTree(given.textValue()) : given;
            String name = json.path("name").asText();
            return arguments.isObject()
                            && tools.stream().anyMatch(tool -> tool.name().equals(name))
                    ? Optional.of(ToolExecutionRequest.builder()
                            .name(name)
                            .arguments(arguments.toString())
                            .build())
                    : Optional.empty();
        } catch (JsonProcessingException noCall) {
            return Optional.empty();
        }
    }
}
