package dev.trimtab.runtime.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.Surrogates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings replies of all servers to one form: calls have ids and arguments, a reply with calls finishes as one, a call that was
 * cut off is gone, a call that was written as text is one ({@link WrittenCall}), thoughts stand apart from the text ({@link Thoughts}), usage is
 * {@link ModelTokenUsage} or missing, half a surrogate pair is as the log gives it back. A cut reply keeps the finish reason LENGTH.
 */
final class ReplyNormalizer {
    private static final ObjectReader STRICT =
            ChatJson.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReplyNormalizer() {}

    /** @param tools what the model could call; null: nothing */
    static ChatResponse normalize(ChatResponse response, @Nullable List<ToolSpecification> tools) {
        AiMessage message = WrittenCall.read(Thoughts.apart(response.aiMessage()), tools == null ? List.of() : tools);
        boolean cut = response.finishReason() == FinishReason.LENGTH;
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            if (!cut || whole(call.arguments())) {
                calls.add(complete(call, calls.size()));
            }
        }
        FinishReason finish = response.finishReason();
        if (!calls.isEmpty() && !cut) {
            finish = FinishReason.TOOL_EXECUTION;
        }
        ChatResponse.Builder normalized = ChatResponse.builder()
                .aiMessage(message.toBuilder()
                        .text(message.text() == null ? null : Surrogates.wellFormed(message.text()))
                        .toolExecutionRequests(calls)
                        .build())
                .id(response.id())
                .modelName(response.modelName())
                .finishReason(finish);
        ModelTokenUsage usage = ModelTokenUsage.of(response.tokenUsage());
        return usage == null ? normalized.build() : normalized.tokenUsage(usage).build();
    }

    private static ToolExecutionRequest complete(ToolExecutionRequest call, int index) {
        String id = call.id() == null || call.id().isEmpty() ? "call-" + index : call.id();
        String arguments =
                call.arguments() == null || call.arguments().isBlank() ? "{}" : Surrogates.wellFormed(call.arguments());
        return call.toBuilder().id(id).arguments(arguments).build();
    }

    private static boolean whole(String arguments) {
        try {
            return arguments != null && STRICT.readTree(arguments).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
