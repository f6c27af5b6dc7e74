package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import java.util.List;

/**
 * The call that a request demands of a model that answered by text, because it knows none of the functions.
 *
 * @param functions those of the request that may be called, each an object with {@code name} and maybe {@code parameters}; empty: no call is
 *     demanded
 */
record ForcedCall(List<JsonNode> functions) {
    ForcedCall {
        functions = List.copyOf(functions);
    }

    /**
     * Returns a reply as the request demands it: a text becomes a call of the first function whose schema can be met, in whose arguments it stands if
     * a string that may be anything is required; else it stays beside the call.
     *
     * @throws RefusalException if no function's schema can be met
     */
    AiMessage in(AiMessage reply) throws RefusalException {
        if (functions.isEmpty() || reply.hasToolExecutionRequests()) {
            return reply;
        }
        String text = reply.text() == null ? "" : reply.text();
        UnmetSchemaException first = null;
        for (JsonNode function : functions) {
            try {
                return call(function, text);
            } catch (UnmetSchemaException e) {
                first = first == null ? e : first;
            }
        }
        throw RefusalException.of(
                "tools",
                "no arguments are known for '" + functions.get(0).path("name").asText() + "' at "
                        + (first == null ? "" : first.getMessage()));
    }

    private static AiMessage call(JsonNode function, String text) throws UnmetSchemaException {
        JsonNode parameters = function.path("parameters");
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", "object");
        SmallestValue value = new SmallestValue(
                parameters.isObject() ? MergedSchema.of((ObjectNode) parameters, object, "") : object, text);
        JsonNode arguments = value.make();
        return AiMessage.builder()
                .text(value.saysText() || text.isEmpty() ? null : text)
                .toolExecutionRequests(List.of(ToolExecutionRequest.builder()
                        .name(function.path("name").asText())
                        .arguments(arguments.toString())
                        .build()))
                .build();
    }
}
