package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of a request as the model is shown them. */
final class OfferedFunction {
    private OfferedFunction() {}

    /**
     * Reads functions.
     *
     * @param functions objects with {@code name}, and maybe {@code description} and {@code parameters}
     * @throws RefusalException if the parameters of one are no JSON Schema
     */
    static List<ToolSpecification> of(List<JsonNode> functions) throws RefusalException {
        List<ToolSpecification> tools = new ArrayList<>();
        for (JsonNode function : functions) {
            JsonNode parameters = function.path("parameters");
            if (!parameters.isMissingNode() && !parameters.isNull() && !parameters.isObject()) {
                throw RefusalException.of(
                        "tools", "parameters of '" + function.path("name").asText() + "' must be a JSON Schema");
            }
            tools.add(read(function));
        }
        return tools;
    }

    /** Forms of JSON Schema that the library has no types for, such as a function whose parameters are a reference, are kept property by property. */
    private static ToolSpecification read(JsonNode function) {
        try {
            return ToolSpecification.fromJson(function.toString());
        } catch (RuntimeException e) {
            JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
            for (Map.Entry<String, JsonNode> property :
                    function.at("/parameters/properties").properties()) {
                parameters.addProperty(
                        property.getKey(),
                        JsonRawSchema.from(
                                property.getValue().isObject()
                                        ? property.getValue().toString()
                                        : "{}"));
            }
            return ToolSpecification.builder()
                    .name(function.path("name").asText())
                    .description(function.path("description").textValue())
                    .parameters(parameters.build())
                    .build();
        }
    }
}
