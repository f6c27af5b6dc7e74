package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A real loopback server with scripted replies, and a model that talks to it under a fake clock. */
public final class ModelServer implements AutoCloseable {
    public static final String KEY = "sk-secret-4711";

    /** Longer than a busy machine needs for a reply that comes. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static final ToolSpecification REVIEW = ToolSpecification.builder()
            .name("submit_review")
            .description("Submits a review.")
            .parameters(JsonObjectSchema.builder()
                    .addBooleanProperty("is_bug")
                    .required("is_bug")
                    .build())
            .build();

    public final FakeClock clock = new FakeClock();
    final Log log = new Log();
    private final MockWebServer server = new MockWebServer();

    public ModelServer() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ModelServer answers(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
        return this;
    }

    ModelServer answers(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    public ModelServer answersOk() {
        return answers(
                200,
                openAiReply(
                        "\"content\":\"fine\"", "stop", "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":3}"));
    }

    /** The model's reply body; the message's fields and the usage are given as JSON members, usage may be empty. */
    public static String openAiReply(String message, String finish, String usage) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + "\"message\":{\"role\":\"assistant\"," + message + "},\"finish_reason\":\"" + finish + "\"}]"
                + (usage.isEmpty() ? "" : "," + usage) + "}";
    }

    public ModelConfig config(ModelProvider provider, ToolChoiceStyle style) {
        return config(provider, style, PATIENCE);
    }

    ModelConfig config(ModelProvider provider, ToolChoiceStyle style, Duration timeout) {
        ModelLimits limits =
                new ModelLimits(8000, 1000, MaxOutputParameter.MAX_TOKENS, timeout, "o200k_base", null, null);
        return new ModelConfig(
                provider,
                "some-model",
                server.url("/v1").toString(),
                "SOME_KEY",
                null,
                limits,
                new ModelPrices(2.0, 1.0, 10.0, "never"),
                new ModelFeatures(true, true, true, style));
    }

    ChatModel model() {
        return model(BudgetLimits.NONE);
    }

    ChatModel model(BudgetLimits limits) {
        return model(config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED), new BudgetMeter(limits, clock));
    }

    public ChatModel model(ModelConfig config, BudgetMeter meter) {
        ModelSession session = new ModelSession(
                meter, ChatModels.counter(config), RetryPolicy.DEFAULT, clock, clock, new SplittableRandom(1), log);
        return new ChatModels(Map.of("SOME_KEY", KEY)).create(config, session);
    }

    static ChatRequest hello() {
        return ChatRequest.builder()
                .messages(SystemMessage.from("Be brief."), UserMessage.from("hello world"))
                .build();
    }

    static ChatRequest review() {
        return hello().toBuilder()
                .temperature(0.5)
                .maxOutputTokens(77)
                .stopSequences(List.of("END"))
                .toolSpecifications(REVIEW)
                .toolChoice(ToolChoice.REQUIRED)
                .build();
    }

    public int requests() {
        return server.getRequestCount();
    }

    String url() {
        return server.url("/v1").toString();
    }

    public RecordedRequest taken() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Keeps what it hears. */
    static final class Log implements ModelListener {
        final List<String> waits = new ArrayList<>();
        final List<ModelCharge> charges = new ArrayList<>();
        final List<Integer> underCounted = new ArrayList<>();

        @Override
        public void waiting(int attempt, Duration wait, RetriableFailure failure) {
            waits.add(attempt + " " + failure.getClass().getSimpleName() + " " + wait + " " + failure.getMessage());
        }

        @Override
        public void charged(ModelCharge charge) {
            charges.add(charge);
        }

        @Override
        public void underCounted(int counted, int reported) {
            underCounted.add(reported);
        }
    }
}
