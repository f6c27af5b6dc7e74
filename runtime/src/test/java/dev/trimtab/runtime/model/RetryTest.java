package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.budget.BudgetKind;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final String BUSY = "{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}";

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 2",
        "Retry-After, 'Mon, 21 Oct 2024 07:28:02 GMT'",
        "retry-after-ms, 2000",
    })
    void rateLimit_withRetryAfter_waitsThatLongOnce(String header, String value) {
        server.answers(429, BUSY, header, value).answersOk();
        assertThat(server.model().chat(ModelServer.hello()).aiMessage().text()).isEqualTo("fine");
        assertThat(server.clock.sleeps()).containsExactly(Duration.ofSeconds(2));
        assertThat(server.log.waits).singleElement().asString().startsWith("1 RateLimit PT2S");
        assertThat(server.log.charges).hasSize(1);
        assertThat(server.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'error':{'message':'Rate limit reached. Please try again in 7.5s.'}} | PT7.5S",
                "{'error':{'message':'Please try again in 120ms.'}} | PT0.12S",
                "{'error':{'details':[{'retryDelay': '31s'}]}} | PT31S",
                "{'error':{'message':'Please try again in 1m26.4s.'}} | PT1M26.4S",
                "{'error':{'message':'Please try again in 4m0s.'}} | PT4M",
            })
    void rateLimit_thatSaysItsWaitInTheBody_waitsThatLong(String body, Duration wait) {
        server.answers(429, body.replace('\'', '"')).answersOk();
        server.model().chat(ModelServer.hello());
        assertThat(server.clock.sleeps()).containsExactly(wait);
    }

    @Test
    void rateLimit_withoutAWord_waitsAtLeastHalfOfTheBound() {
        for (int i = 0; i < 5; i++) {
            server.answers(429, "{}");
        }
        server.answersOk();
        server.model().chat(ModelServer.hello());
        assertThat(server.clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(31), Duration.ofSeconds(62));
    }

    @Test
    void rateLimit_askingForAnHour_isCapped() {
        server.answers(429, BUSY, "Retry-After", "3600").answersOk();
        server.model().chat(ModelServer.hello());
        assertThat(server.clock.sleeps()).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void rateLimit_askingBeyondTheRunsTime_endsTheRunWithoutWaiting() {
        server.answers(429, BUSY, "Retry-After", "120");
        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> server.model(new BudgetLimits(null, null, Duration.ofMinutes(1)))
                        .chat(ModelServer.hello()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(BudgetKind.WALL_TIME));
        assertThat(server.clock.sleeps()).isEmpty();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void quota_isNotRetried() {
        server.answers(
                429, "{\"error\":{\"message\":\"no money\",\"code\":\"insufficient_quota\"}}", "Retry-After", "1");
        assertThatExceptionOfType(PermanentFailure.Quota.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()))
                .withMessageContaining("no money");
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 529, 408, 409})
    void passingError_thenReply_isTwoAttemptsAndOneCharge(int status) {
        server.answers(status, "oops").answersOk();
        assertThat(server.model().chat(ModelServer.hello()).aiMessage().text()).isEqualTo("fine");
        assertThat(server.requests()).isEqualTo(2);
        assertThat(server.log.charges).hasSize(1);
        assertThat(server.clock.sleeps()).singleElement().matches(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
    }

    @Test
    void serverError_forEver_endsAfterSixAttempts() {
        for (int i = 0; i < 7; i++) {
            server.answers(503, "down");
        }
        assertThatExceptionOfType(RetriableFailure.Server.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()))
                .withMessageContaining("503");
        assertThat(server.requests()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "401, Authentication",
        "403, Authentication",
        "404, ModelNotFound",
        "400, InvalidRequest",
        "422, InvalidRequest"
    })
    void wrongRequest_isNamedAndNotRetried(int status, String name) {
        server.answers(status, "{\"error\":{\"message\":\"no such thing\",\"type\":\"invalid_request_error\"}}");
        assertThatExceptionOfType(PermanentFailure.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()))
                .withMessageContaining("no such thing")
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(name));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void silence_isATimeoutAndRetried() {
        for (int i = 0; i < RetryPolicy.DEFAULT.attempts(); i++) {
            server.answers(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
        }
        ModelConfig impatient = server.config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED, Duration.ofMillis(100));
        ChatModel model = server.model(impatient, new BudgetMeter(BudgetLimits.NONE, server.clock));
        assertThatExceptionOfType(RetriableFailure.Timeout.class).isThrownBy(() -> model.chat(ModelServer.hello()));
        assertThat(server.log.waits)
                .hasSize(RetryPolicy.DEFAULT.attempts() - 1)
                .allSatisfy(wait -> assertThat(wait).contains(" Timeout"));
    }

    @Test
    void silence_beyondTheRunsTime_isCutOffBeforeTheModelsOwnTimeout() {
        server.answers(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        ModelConfig patient = new ModelConfig(
                ModelProvider.OPENAI,
                "m",
                server.url(),
                null,
                null,
                new ModelLimits(
                        8000, 100, MaxOutputParameter.MAX_TOKENS, Duration.ofHours(1), "o200k_base", null, null),
                ModelPrices.FREE,
                ModelFeatures.COMMON);
        assertThatExceptionOfType(RetriableFailure.Timeout.class)
                .isThrownBy(() -> new ChatModels(Map.of())
                        .provider(patient, server.clock, () -> Duration.ofMillis(50))
                        .chat(ModelServer.hello()));
    }
}
