package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.budget.BudgetMeter;

/**
 * Charges a run's budget for each call, and refuses a call that could pass a limit before anything is sent.
 *
 * <p>The worst case of a call is its counted prompt plus the longest reply that may come, all at full price. A reply without
 * usage is charged by our own count and flagged. If the server reports more prompt tokens than were counted, the listener hears
 * of it; the counter is left alone, because it must be corrected where replies are recorded, so that a resumed run counts alike
 * ({@link CalibratedTokenCounter#observe}).
 */
final class MeteredChatModel implements ChatModel {
    private final ChatModel model;
    private final ModelConfig config;
    private final BudgetMeter meter;
    private final TokenCounter counter;
    private final ModelListener listener;

    /**
     * @param model what is called
     * @param config gives the prices and the longest reply
     * @param counter counts prompts before they are sent
     */
    MeteredChatModel(
            ChatModel model, ModelConfig config, BudgetMeter meter, TokenCounter counter, ModelListener listener) {
        this.model = model;
        this.config = config;
        this.meter = meter;
        this.counter = counter;
        this.listener = listener;
    }

    /**
     * @throws dev.trimtab.runtime.budget.BudgetExceededException before the call, if it could pass a limit
     * @throws dev.trimtab.runtime.model.failure.ModelFailure if the call fails
     */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        int counted = counter.count(request);
        int longestReply = config.limits().longestReply(request.maxOutputTokens());
        meter.requireRoom((long) counted + longestReply, config.prices().worst(counted, longestReply));
        ChatResponse response = model.chat(request);
        ModelTokenUsage reported = ModelTokenUsage.of(response.tokenUsage());
        ModelTokenUsage usage =
                reported == null ? new ModelTokenUsage(counted, countReply(response.aiMessage()), 0) : reported;
        double money = config.prices().of(usage);
        meter.charge(usage.totalTokenCount(), money);
        if (reported != null && reported.inputTokenCount() > counted) {
            listener.underCounted(counted, reported.inputTokenCount());
        }
        listener.charged(new ModelCharge(config.model(), usage, reported == null, counted, money));
        return response;
    }

    private int countReply(AiMessage message) {
        int tokens = message.text() == null ? 0 : counter.count(message.text());
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            tokens += counter.count(call.name() + " " + call.arguments());
        }
        return tokens;
    }
}
