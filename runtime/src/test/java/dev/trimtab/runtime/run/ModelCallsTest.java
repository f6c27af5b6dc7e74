package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.Consultant;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextPlan;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.ContextView;
import dev.trimtab.runtime.context.SearchState;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.MaxOutputParameter;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelLimits;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelServer;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.model.RetryPolicy;
import dev.trimtab.runtime.model.ToolChoiceStyle;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run's model calls against a real loopback server. */
final class ModelCallsTest {
    private static final int WINDOW = 4000;
    private static final String OVERFLOW =
            "{\"error\":{\"message\":\"too long\",\"code\":\"context_length_exceeded\"}}";

    @TempDir
    private Path dir;

    private final ModelServer server = new ModelServer();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

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
    void call_refusedAsTooLong_isMadeAgainSmaller_andPlaysBackSo() throws IOException {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        String counted = ModelServer.openAiReply(
                "\"content\":\"fine\"", "stop", "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":1}");
        server.answers(400, OVERFLOW).answers(400, OVERFLOW).answers(200, counted);
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.create(log, server.clock)) {
            calls(config, journal, 600).call(0, required(2500), search(), new StepFiles(dir.resolve("step")));
        }
        List<Integer> lengths = List.of(
                server.taken().getBody().size(),
                server.taken().getBody().size(),
                server.taken().getBody().size());
        try (Journal journal = Journal.resume(log, server.clock)) {
            calls(config, journal, 600).call(0, required(2500), search(), new StepFiles(dir.resolve("again")));
            assertThat(journal.replaying()).isFalse();
        }

        assertThat(lengths).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
        assertThat(JournalReader.read(log).events())
                .hasExactlyElementsOfTypes(
                        Event.ModelFailed.class,
                        Event.Noticed.class,
                        Event.ModelFailed.class,
                        Event.Noticed.class,
                        Event.ModelCalled.class);
        assertThat(new ObjectMapper()
                        .readTree(dir.resolve("step/prompt.json").toFile())
                        .findValuesAsText("window"))
                .containsExactly("4000", "2666", "1777");
        assertThat(told)
                .as("once when it was made and once when it was played back")
                .hasSize(4)
                .allMatch(line -> line.contains("refused a prompt as too long"));
        assertThat(Files.readString(dir.resolve("again/prompt.json")))
                .isEqualTo(Files.readString(dir.resolve("step/prompt.json")));
    }

    @Test
    void call_refusedAsTooLongHoweverSmall_endsWithWhatTheServerSaid_andIsMadeAgainWhenTheLogIsPlayedBack() {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        for (int refused = 0; refused < 4; refused++) {
            server.answers(400, OVERFLOW);
        }
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.create(log, server.clock)) {
            ModelCalls calls = calls(config, journal, 600);
            assertThatExceptionOfType(PermanentFailure.ContextOverflow.class)
                    .isThrownBy(() -> calls.call(0, fixed(700), search(), new StepFiles(dir.resolve("step"))))
                    .withMessageContaining("--context-tokens");
        }
        assertThat(JournalReader.read(log).events()).hasSize(8);
        try (Journal journal = Journal.resume(log, server.clock)) {
            ModelCalls calls = calls(config, journal, 600);
            assertThatExceptionOfType(PermanentFailure.ContextOverflow.class)
                    .isThrownBy(() -> calls.call(0, fixed(700), search(), new StepFiles(dir.resolve("again"))));
        }
        assertThat(JournalReader.read(log).events()).hasSize(8);
    }

    private static ContextRequest fixed(int words) {
        return new ContextRequest(
                "draft",
                ContextRequest.Model.CODER,
                List.of(new Section.Fixed(Section.Role.USER, "word ".repeat(words))),
                List.of(),
                List.of());
    }

    private static ContextRequest required(int words) {
        ContextItem item =
                new ContextItem("output", ContextItem.Kind.OBSERVATION, 0, "word ".repeat(words), /* attempt= */ null);
        return new ContextRequest(
                "review",
                ContextRequest.Model.CODER,
                List.of(
                        new Section.Fixed(Section.Role.USER, "hello world"),
                        new Section.Required(
                                Section.Role.USER, "# Output", item, /* fence= */ null, /* floorTokens= */ 50)),
                List.of(),
                List.of());
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

    private ModelCalls calls(ModelConfig config, Journal journal, int reserve) {
        return calls(config, journal, reserve, new BudgetMeter(BudgetLimits.NONE, server.clock));
    }

    private ModelCalls calls(ModelConfig config, Journal journal, ContextPolicy policy) {
        return calls(config, journal, 600, new BudgetMeter(BudgetLimits.NONE, server.clock), policy);
    }

    private ModelCalls calls(ModelConfig config, Journal journal, int reserve, BudgetMeter meter) {
        return calls(config, journal, reserve, meter, new ContextPolicies().create(PolicyConfig.DEFAULT));
    }

    private ModelCalls calls(
            ModelConfig config, Journal journal, int reserve, BudgetMeter meter, ContextPolicy policy) {
        MeteredModels models = new MeteredModels(meter, server.clock);
        CalibratedTokenCounter counter = ChatModels.counter(config);
        ChatModel model = new ChatModels(Map.of("SOME_KEY", ModelServer.KEY))
                .create(
                        config,
                        new ModelSession(
                                meter,
                                counter,
                                RetryPolicy.DEFAULT,
                                server.clock,
                                server.clock,
                                new SplittableRandom(1),
                                models.listener()));
        return new ModelCalls(
                journal,
                models.use(model, model),
                new BudgetGate(WINDOW, reserve, counter),
                policy,
                counter,
                heard(told));
    }

    private static RunListener heard(List<String> told) {
        return new RunListener() {
            @Override
            public void stepped(Progress progress) {}

            @Override
            public void noticed(String text) {
                told.add(text);
            }
        };
    }

    private ModelConfig config(ModelProvider provider, MaxOutputParameter parameter) {
        ModelConfig base = server.config(provider, ToolChoiceStyle.REQUIRED);
        ModelLimits limits = base.limits();
        return new ModelConfig(
                provider,
                base.model(),
                base.baseUrl(),
                base.apiKeyEnv(),
                null,
                new ModelLimits(
                        limits.contextWindow(),
                        limits.maxOutputTokens(),
                        parameter,
                        limits.timeout(),
                        limits.tokenEncoding(),
                        null,
                        null),
                base.prices(),
                base.features());
    }

    private static ContextRequest hello() {
        return new ContextRequest(
                "draft",
                ContextRequest.Model.CODER,
                List.of(new Section.Fixed(Section.Role.USER, "hello world")),
                List.of(),
                List.of());
    }

    private static SearchState search() {
        return new SearchState(0, 1, /* higherIsBetter= */ true, List.of(), List.of());
    }

    private static String reply(ModelProvider provider) {
        return switch (provider) {
            case ANTHROPIC ->
                "{\"id\":\"r\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"stop_reason\":\"end_turn\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"fine\"}],"
                        + "\"usage\":{\"input_tokens\":5,\"output_tokens\":1}}";
            case GOOGLE ->
                "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"fine\"}]},"
                        + "\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":5,"
                        + "\"candidatesTokenCount\":1,\"totalTokenCount\":6}}";
            default ->
                ModelServer.openAiReply(
                        "\"content\":\"fine\"", "stop", "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}");
        };
    }
}
