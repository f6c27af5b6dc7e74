package dev.trimtab.runtime.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.budget.BudgetMeter;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the attempts of calls no faster and no more at once than a gate lets through. Waiting takes wall time, and never goes beyond the run's. */
final class PacedChatModel implements ChatModel {
    private final ChatModel model;
    private final RequestGate gate;
    private final BudgetMeter meter;
    private final Sleeper sleeper;
    private final InstantSource clock;

    PacedChatModel(ChatModel model, RequestGate gate, BudgetMeter meter, Sleeper sleeper, InstantSource clock) {
        this.model = model;
        this.gate = gate;
        this.meter = meter;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        try {
            await(gate.book(clock));
            Duration left = meter.remainingTime();
            if (!gate.enter(left)) {
                throw meter.timeOver(left == null ? Duration.ZERO : left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while waiting to call the model", e);
        }
        try {
            return model.chat(request);
        } finally {
            gate.leave();
        }
    }

    private void await(Duration wait) throws InterruptedException {
        if (wait.isZero()) {
            return;
        }
        Duration left = meter.remainingTime();
        if (left != null && wait.compareTo(left) >= 0) {
            throw meter.timeOver(wait);
        }
        sleeper.sleep(wait);
    }
}
