package dev.trimtab.runtime.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.Secret;
import dev.trimtab.runtime.model.failure.FailureMapper;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import org.jspecify.annotations.Nullable;

/** One attempt at one provider: the request in its words, the reply in ours, and failures by name. */
final class ProviderChatModel implements ChatModel {
    private final ChatModel client;
    private final RequestAdapter adapter;
    private final FailureMapper failures;
    private final Secret key;
    private final String name;

    /**
     * @param address where the server is; null: the provider's own address
     * @param key what the client sends as its key
     */
    ProviderChatModel(ChatModel client, ModelConfig config, @Nullable String address, Secret key) {
        this.client = client;
        this.adapter = new RequestAdapter(config, address);
        this.failures = new FailureMapper(config.model(), config.apiKeyEnv(), key);
        this.key = key;
        this.name = config.model();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        ChatResponse response = answer(request);
        if (response == null || response.aiMessage() == null) {
            throw new RetriableFailure.MalformedReply("the reply of model " + name + " holds no answer", null);
        }
        return KeylessReply.of(ReplyNormalizer.normalize(response, request.toolSpecifications()), key);
    }

    private ChatResponse answer(ChatRequest request) {
        try {
            return client.chat(adapter.adapt(request));
        } catch (RuntimeException e) {
            if (e instanceof ContentFilteredException && e.getCause() == null) {
                return refusal(e);
            }
            throw failures.map(e);
        }
    }

    /** A model that declines has answered: the agent reads what it says and asks again, and the run goes on. */
    private static ChatResponse refusal(RuntimeException declined) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(String.valueOf(declined.getMessage())))
                .finishReason(FinishReason.CONTENT_FILTER)
                .build();
    }
}
