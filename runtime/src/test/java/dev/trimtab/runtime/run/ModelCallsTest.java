package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.context.Consultant;
import dev.trimtab.runtime.context.ContextPlan;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.ContextView;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.model.MaxOutputParameter;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelServer;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run's model calls against a real loopback server. */
final class ModelCallsTest extends ModelCallsFixture {
    @ParameterizedTest
    @CsvSource({
        "OPENAI, MAX_TOKENS, /max_tokens, /max_completion_tokens",
        "OPENAI, MAX_COMPLETION_TOKENS, /max_completion_tokens, /max_tokens",
        "ANTHROPIC, MAX_TOKENS, /max_tokens, /max_completion_tokens",
        "GOOGLE, MAX_TOKENS, /generationConfig/maxOutputTokens, /max_tokens",
    })
    void call_asksForNoLongerReplyThanTheOutputReserve(
            ModelProvider provider, MaxOutputParameter parameter, String sent, String absent) throws IOException {
        JsonNode body = bodyOf(provider, parameter, /* reserve= */ 600);

        assertThat(body.at(sent).intValue()).isEqualTo(600);
        assertThat(body.at(absent).isMissingNode()).isTrue();
    }

    @Test
    void call_withAReserveBeyondTheModelsLongestReply_asksForThatOnly() throws IOException {
        assertThat(bodyOf(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS, /* reserve= */ 1500)
                        .at("/max_tokens")
                        .intValue())
                .isEqualTo(1000);
    }

    @Test
    void call_answeredAfterRetries_logsEachWaitAndItsCauseInAFieldThatComparisonsLeaveOut() throws IOException {
        server.answers(429, "{}", "Retry-After", "2").answers(503, "{}", "Retry-After", "1");
        server.answers(200, reply(ModelProvider.OPENAI));
        callOnce(config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS), 600);

        JsonNode line = line();
        assertThat(line.get("waitsMillis").toString())
                .isEqualTo("[{\"cause\":\"RateLimit\",\"millis\":2000},{\"cause\":\"Server\",\"millis\":1000}]");
        assertThat(line.get("elapsedMillis").longValue()).isEqualTo(3000);
        assertThat(JournalReader.comparable(line).has("waitsMillis")).isFalse();
        assertThat(JournalReader.read(dir.resolve("events.jsonl")).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.ModelCalled.class,
                        call -> assertThat(call.waitsMillis())
                                .containsExactly(new Event.Wait("RateLimit", 2000), new Event.Wait("Server", 1000)));
    }

    @Test
    void call_failsForGood_logsItsWaitsAndIsMadeAgainWhenTheLogIsPlayedBack() throws IOException {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        server.answers(429, "{}", "Retry-After", "2").answers(401, "{}");
        assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> callOnce(config, 600));

        JsonNode line = line();
        assertThat(line.get("type").asText()).isEqualTo("model-failed");
        assertThat(line.get("cause").asText()).isEqualTo("Authentication");
        assertThat(line.get("elapsedMillis").longValue()).isEqualTo(2000);
        assertThat(line.get("waitsMillis").toString()).isEqualTo("[{\"cause\":\"RateLimit\",\"millis\":2000}]");

        server.answers(200, reply(ModelProvider.OPENAI));
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.resume(log, server.clock)) {
            calls(config, journal, 600).call(/* step= */ 0, hello(), search(), new StepFiles(dir.resolve("step")));
        }
        assertThat(JournalReader.read(log).events())
                .hasExactlyElementsOfTypes(Event.ModelFailed.class, Event.ModelCalled.class);
    }

    @Test
    void call_whoseNextWaitPassesTheRunsTime_logsTheWaitsBefore() throws IOException {
        server.answers(429, "{}", "Retry-After", "2").answers(429, "{}", "Retry-After", "9");
        BudgetMeter meter = new BudgetMeter(new BudgetLimits(null, null, Duration.ofSeconds(10)), server.clock);
        try (Journal journal = Journal.create(dir.resolve("events.jsonl"), server.clock)) {
            ModelCalls calls = calls(config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS), journal, 600, meter);
            assertThatExceptionOfType(BudgetExceededException.class)
                    .isThrownBy(() -> calls.call(0, hello(), search(), new StepFiles(dir.resolve("step"))));
        }

        assertThat(line().get("waitsMillis").toString()).isEqualTo("[{\"cause\":\"RateLimit\",\"millis\":2000}]");
    }

    @Test
    void call_madeAgainAfterTheProviderCountedMore_isLoggedAsCountedNow() throws IOException {
        String counted = ModelServer.openAiReply(
                "\"content\":\"fine\"", "stop", "\"usage\":{\"prompt_tokens\":400,\"completion_tokens\":1}");
        server.answers(200, counted).answers(200, counted);
        try (Journal journal = Journal.create(dir.resolve("events.jsonl"), server.clock)) {
            ModelCalls calls = calls(config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS), journal, 600);
            calls.call(0, hello(), search(), new StepFiles(dir.resolve("step")));
            calls.call(0, hello(), search(), new StepFiles(dir.resolve("step")));
        }

        assertThat(JournalReader.read(dir.resolve("events.jsonl")).events())
                .filteredOn(Event.ModelCalled.class::isInstance)
                .extracting(event -> ((Event.ModelCalled) event).countedTokens() >= 400)
                .containsExactly(false, true);
    }

    @Test
    void call_underAPolicyThatAsks_logsItsQuestionFirstAndPlaysItBackFromTheLog() throws IOException {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        server.answers(200, reply(ModelProvider.OPENAI)).answers(200, reply(ModelProvider.OPENAI));
        AskingPolicy first = new AskingPolicy();
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.create(log, server.clock)) {
            calls(config, journal, first).call(0, remembering(), search(), new StepFiles(dir.resolve("step")));
        }
        AskingPolicy second = new AskingPolicy();
        try (Journal journal = Journal.resume(log, server.clock)) {
            calls(config, journal, second).call(0, remembering(), search(), new StepFiles(dir.resolve("again")));
        }

        assertThat(first.heard).isEqualTo("fine").isEqualTo(second.heard);
        assertThat(JournalReader.read(log).events())
                .filteredOn(Event.ModelCalled.class::isInstance)
                .extracting(event -> ((Event.ModelCalled) event).purpose())
                .containsExactly("condense", "draft");
        assertThat(new ObjectMapper()
                        .readTree(dir.resolve("step/prompt.json").toFile())
                        .findValuesAsText("purpose"))
                .containsExactly("condense", "draft");
        assertThat(Files.readString(dir.resolve("again/prompt.json")))
                .isEqualTo(Files.readString(dir.resolve("step/prompt.json")));
    }

    /** A policy that asks before its plan. */
    private static final class AskingPolicy implements ContextPolicy {
        private String heard = "";

        @Override
        public void consult(ContextView view, Consultant consultant) {
            heard = String.valueOf(consultant.ask("What matters?", null).text());
        }

        @Override
        public ContextPlan plan(ContextView view) {
            return ContextPlan.of(List.of(), 0);
        }
    }

    private static ContextRequest remembering() {
        return new ContextRequest(
                "draft",
                ContextRequest.Model.CODER,
                List.of(
                        new Section.Fixed(Section.Role.USER, "hello world"),
                        new Section.Memory(Section.Role.USER, "# Memory", /* chat= */ false)),
                List.of(),
                List.of());
    }

    @Test
    void call_answeredAtOnce_logsNoWait() throws IOException {
        server.answers(200, reply(ModelProvider.OPENAI));
        callOnce(config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS), 600);

        assertThat(line().get("waitsMillis")).isEmpty();
    }

    private JsonNode line() throws IOException {
        return new ObjectMapper().readTree(Files.readString(dir.resolve("events.jsonl")));
    }

    private JsonNode bodyOf(ModelProvider provider, MaxOutputParameter parameter, int reserve) throws IOException {
        server.answers(200, reply(provider));
        callOnce(config(provider, parameter), reserve);
        return new ObjectMapper().readTree(server.taken().getBody().utf8());
    }

    private void callOnce(ModelConfig config, int reserve) {
        try (Journal journal = Journal.create(dir.resolve("events.jsonl"), server.clock)) {
            calls(config, journal, reserve).call(/* step= */ 0, hello(), search(), new StepFiles(dir.resolve("step")));
        }
    }

    private static ContextRequest hello() {
        return new ContextRequest(
                "draft",
                ContextRequest.Model.CODER,
                List.of(new Section.Fixed(Section.Role.USER, "hello world")),
                List.of(),
                List.of());
    }
}
