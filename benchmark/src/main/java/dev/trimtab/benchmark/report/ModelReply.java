package dev.trimtab.benchmark.report;

import com.fasterxml.jackson.databind.JsonNode;

/** The text of a recorded model reply: what it says, then the functions that it calls. */
final class ModelReply {
    private ModelReply() {}

    static String text(JsonNode reply) {
        JsonNode message = reply.path("message");
        StringBuilder text = new StringBuilder(message.path("text").asText());
        for (JsonNode call : message.path("tool_calls")) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(call.path("name").asText())
                    .append(' ')
                    .append(call.path("arguments").asText());
        }
        return text.toString();
    }
}
