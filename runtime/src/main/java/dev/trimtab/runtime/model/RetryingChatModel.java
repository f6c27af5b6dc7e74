package dev.trimtab.runtime.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Makes a call again after failures that may pass; the only layer that does. Waiting takes wall time and no step, and never
 * goes beyond the run's time: if it would, the budget's refusal is thrown at once.
 */
final class RetryingChatModel implements ChatModel {
    private final ChatModel model;
    private final RetryPolicy policy;
    private final BudgetMeter meter;
    private final Sleeper sleeper;
    private final RandomGenerator jitter;
    private final ModelListener listener;

    /**
     * @param model what is called; it throws {@link dev.trimtab.runtime.model.failure.ModelFailure}s
     * @param meter whose remaining time bounds the waiting
     * @param jitter draws the waits
     */
    RetryingChatModel(
            ChatModel model,
            RetryPolicy policy,
            BudgetMeter meter,
            Sleeper sleeper,
            RandomGenerator jitter,
            ModelListener listener) {
        this.model = model;
        this.policy = policy;
        this.meter = meter;
        this.sleeper = sleeper;
        this.jitter = jitter;
        this.listener = listener;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return model.chat(request);
            } catch (RetriableFailure failure) {
                meter.requireTime();
                if (attempt >= policy.attempts() || Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
                await(attempt, failure);
            }
        }
    }

    private void await(int attempt, RetriableFailure failure) {
        Duration wait =
                policy.waitAfter(attempt, failure instanceof RetriableFailure.RateLimit, failure.retryAfter(), jitter);
        Duration left = meter.remainingTime();
        if (left != null && wait.compareTo(left) >= 0) {
            throw meter.timeOver(wait);
        }
        listener.waiting(attempt, wait, failure);
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while waiting to call the model again", e);
        }
    }
}
