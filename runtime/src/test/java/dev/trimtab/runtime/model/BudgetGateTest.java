package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.budget.BudgetKind;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetGateTest {
    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void call_whoseWorstCasePassesTheMoney_makesNoRequest() {
        refuses(new BudgetLimits(null, 0.009, null), BudgetKind.MONEY);
    }

    @Test
    void call_whoseWorstCasePassesTheTokens_makesNoRequest() {
        refuses(new BudgetLimits(1000L, null, null), BudgetKind.TOKENS);
    }

    @Test
    void calls_untilTheMoneyIsShort_neverOvershootIt() {
        BudgetMeter meter = new BudgetMeter(new BudgetLimits(null, 0.0125, null), server.clock);
        ChatModel model = server.model(server.config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED), meter);
        String reply = ModelServer.openAiReply(
                "\"content\":\"long\"", "stop", "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":100}");
        for (int i = 0; i < 20; i++) {
            server.answers(200, reply);
        }
        assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> {
            while (true) {
                model.chat(ModelServer.hello());
            }
        });
        assertThat(meter.money()).isLessThanOrEqualTo(0.0125);
        assertThat(server.requests()).isBetween(1, 19);
        assertThat(meter.tokens()).isEqualTo(112L * server.requests());
    }

    private void refuses(BudgetLimits limits, BudgetKind kind) {
        server.answersOk();
        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> server.model(limits).chat(ModelServer.hello()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
        assertThat(server.requests()).isZero();
    }
}
