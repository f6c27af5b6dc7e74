package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replies without the key that was sent for them, which a server may repeat: they are kept, and shown to the model again. */
final class KeylessReply {
    private KeylessReply() {}

    /** Returns the reply with the key hidden in all that the model or its server says. */
    static ChatResponse of(ChatResponse reply, Secret key) {
        AiMessage message = reply.aiMessage();
        return ChatResponse.builder()
                .id(hidden(reply.id(), key))
                .modelName(hidden(reply.modelName(), key))
                .finishReason(reply.finishReason())
                .tokenUsage(reply.tokenUsage())
                .aiMessage(message.toBuilder()
                        .text(hidden(message.text(), key))
                        .thinking(hidden(message.thinking(), key))
                        .attributes(hidden(message.attributes(), key))
                        .toolExecutionRequests(message.toolExecutionRequests().stream()
                                .map(call -> hidden(call, key))
                                .toList())
                        .build())
                .build();
    }

    private static ToolExecutionRequest hidden(ToolExecutionRequest call, Secret key) {
        return call.toBuilder()
                .id(hidden(call.id(), key))
                .name(hidden(call.name(), key))
                .arguments(hidden(call.arguments(), key))
                .build();
    }

    private static Map<String, Object> hidden(Map<String, Object> attributes, Secret key) {
        Map<String, Object> clean = new LinkedHashMap<>();
        attributes.forEach((name, value) -> clean.put(name, value instanceof String text ? key.hide(text) : value));
        return clean;
    }

    private static @Nullable String hidden(@Nullable String text, Secret key) {
        return text == null ? null : key.hide(text);
    }
}
