package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.testing.ScriptedChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls keep to what a provider allows. */
class PacedChatModelTest {
    private final FakeClock clock = new FakeClock();
    private final ScriptedChatModel answering = ScriptedChatModel.answering(request -> ScriptedChatModel.text("fine"));

    @Test
    void calls_fasterThanAllowed_areSpreadOverTheMinute() {
        ChatModel model = paced(answering, new RequestGate(30, null), BudgetLimits.NONE);

        for (int i = 0; i < 3; i++) {
            model.chat(ModelServer.hello());
        }
        clock.sleep(Duration.ofSeconds(10));
        model.chat(ModelServer.hello());

        assertThat(clock.sleeps())
                .as("two waits of two seconds, then the test's own, then none")
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    @Test
    void calls_whoseTurnComesAfterTheRunsTime_endTheRunWithoutWaiting() {
        ChatModel model =
                paced(answering, new RequestGate(1, null), new BudgetLimits(null, null, Duration.ofSeconds(30)));
        model.chat(ModelServer.hello());

        assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> model.chat(ModelServer.hello()));
        assertThat(clock.sleeps()).isEmpty();
        assertThat(answering.requests()).hasSize(1);
    }

    @Test
    void calls_ofManyRunsAtOnce_areNoMoreThanAllowed() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier two = new CyclicBarrier(2);
        RequestGate gate = new RequestGate(null, 2);
        ChatModel slow = ScriptedChatModel.answering(request -> ScriptedChatModel.text("fine"));
        ExecutorService runs = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ChatModel counted = new ChatModel() {
                    @Override
                    public ChatResponse doChat(ChatRequest request) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        try {
                            two.await();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        inside.decrementAndGet();
                        return slow.chat(request);
                    }
                };
                calls.add(runs.submit(
                        () -> paced(counted, gate, BudgetLimits.NONE).chat(ModelServer.hello())));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            runs.shutdownNow();
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void gates_ofOneModelAtOneAddress_areOne() {
        ModelConfig config = new ModelServer().config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED);

        assertThat(RequestGate.of(config, "http://a/v1")).isSameAs(RequestGate.of(config, "http://a/v1"));
        assertThat(RequestGate.of(config, "http://a/v1")).isNotSameAs(RequestGate.of(config, "http://b/v1"));
    }

    @Test
    void limits_belowOne_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ModelLimits(8000, 100, MaxOutputParameter.MAX_TOKENS, Duration.ofHours(1), null, 0, null))
                .withMessageContaining("requests-per-minute");
    }

    private ChatModel paced(ChatModel model, RequestGate gate, BudgetLimits limits) {
        return new PacedChatModel(model, gate, new BudgetMeter(limits, clock), clock, clock);
    }
}
