package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderBodyTest {
    private static final String ANTHROPIC_REPLY =
            "{\"id\":\"r\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"stop_reason\":\"tool_use\",\"content\":"
                    + "[{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"submit_review\",\"input\":{\"is_bug\":false}}],"
                    + "\"usage\":{\"input_tokens\":10,\"output_tokens\":5,\"cache_read_input_tokens\":100,"
                    + "\"cache_creation_input_tokens\":7}}";
    private static final String GOOGLE_REPLY =
            "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"name\":\"submit_review\","
                    + "\"args\":{\"is_bug\":false}}}]},\"finishReason\":\"STOP\"}],"
                    + "\"usageMetadata\":{\"promptTokenCount\":20,\"candidatesTokenCount\":5,\"totalTokenCount\":25}}";
    private static final String OPENAI_REPLY = ModelServer.openAiReply(
            "\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"submit_review\","
                    + "\"arguments\":\"{\\\"is_bug\\\":false}\"}}]",
            "tool_calls",
            "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":5}");

    /** A key written twice is refused. */
    private static final ObjectReader STRICT =
            new ObjectMapper().reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, REQUIRED, openai-required",
        "OPENAI, NAMED, openai-named",
        "OPENAI, AUTO, openai-auto",
        "ANTHROPIC, NAMED, anthropic-named",
        "ANTHROPIC, REQUIRED, anthropic-required",
        "GOOGLE, REQUIRED, google-required",
    })
    void request_isTheGoldenBody(ModelProvider provider, ToolChoiceStyle style, String golden) throws IOException {
        server.answers(200, reply(provider));
        ask(server.config(provider, style), ModelServer.review());
        assertThat(body(server.taken())).isEqualTo(golden(golden));
    }

    @ParameterizedTest
    @CsvSource({"OPENAI", "ANTHROPIC", "GOOGLE"})
    void toolResult_isSentBesideItsCall(ModelProvider provider) {
        server.answers(200, reply(provider)).answers(200, reply(provider));
        ModelConfig config = server.config(provider, ToolChoiceStyle.REQUIRED);
        AiMessage call = ask(config, ModelServer.review()).aiMessage();
        List<ChatMessage> messages = new ArrayList<>(ModelServer.review().messages());
        messages.add(call);
        messages.add(
                ToolExecutionResultMessage.from(call.toolExecutionRequests().get(0), "noted"));
        ask(config, ModelServer.review().toBuilder().messages(messages).build());
        server.taken();
        JsonNode turns = provider == ModelProvider.GOOGLE
                ? body(server.taken()).get("contents")
                : body(server.taken()).get("messages");
        String asked = turns.get(turns.size() - 2).toString();
        String answered = turns.get(turns.size() - 1).toString();
        String id = call.toolExecutionRequests().get(0).id();
        assertThat(asked).contains("submit_review");
        assertThat(answered).contains("noted");
        if (provider != ModelProvider.GOOGLE) {
            assertThat(asked).contains(id);
            assertThat(answered).contains(id);
        }
    }

    @Test
    void anthropicUsage_countsCachedTokensAsContext() {
        server.answers(200, ANTHROPIC_REPLY);
        ask(server.config(ModelProvider.ANTHROPIC, ToolChoiceStyle.NAMED), ModelServer.review());
        assertThat(server.log.charges.get(0).usage()).isEqualTo(new ModelTokenUsage(117, 5, 100));
    }

    @Test
    void reasoningModel_getsNoSystemRoleNoTemperatureAndItsOwnLimit() throws IOException {
        server.answersOk();
        ModelLimits limits = new ModelLimits(
                9000, 1000, MaxOutputParameter.MAX_COMPLETION_TOKENS, Duration.ofSeconds(5), "o200k_base", null, null);
        ModelConfig base = server.config(ModelProvider.OPENAI, ToolChoiceStyle.NONE);
        ModelConfig config = new ModelConfig(
                base.provider(),
                base.model(),
                base.baseUrl(),
                base.apiKeyEnv(),
                1.0,
                limits,
                base.prices(),
                new ModelFeatures(false, false, true, ToolChoiceStyle.NONE));
        ask(
                config,
                ModelServer.hello().toBuilder()
                        .temperature(0.5)
                        .maxOutputTokens(77)
                        .build());
        assertThat(body(server.taken())).isEqualTo(golden("openai-reasoning"));
        assertThatExceptionOfType(PermanentFailure.InvalidRequest.class)
                .isThrownBy(() -> ask(config, ModelServer.review()))
                .withMessageContaining("takes no functions");
    }

    @ParameterizedTest
    @CsvSource({"ANTHROPIC", "GOOGLE", "OPENAI"})
    void systemOnlyPrompt_isSentAsUser_toWhoeverIsNotOpenAi(ModelProvider provider) {
        server.answers(200, reply(provider));
        ask(
                server.config(provider, ToolChoiceStyle.REQUIRED),
                ChatRequest.builder().messages(SystemMessage.from("do it")).build());
        JsonNode body = body(server.taken());
        assertThat(body.toString()).contains("do it").contains("\"user\"");
        assertThat(body.path("system").isMissingNode()).isTrue();
    }

    @Test
    void systemOnlyPrompt_staysSystem_atOpenAisOwnAddress() {
        ModelConfig config = server.config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED);
        ChatRequest request =
                ChatRequest.builder().messages(SystemMessage.from("do it")).build();

        assertThat(new RequestAdapter(config, null).adapt(request).messages()).isEqualTo(request.messages());
        assertThat(new RequestAdapter(config, "https://api.openai.com/v1")
                        .adapt(request)
                        .messages())
                .isEqualTo(request.messages());
        assertThat(new RequestAdapter(config, "http://localhost:8000/v1")
                        .adapt(request)
                        .messages())
                .containsExactly(UserMessage.from("do it"));
    }

    @Test
    void userMessagesInARow_areSentAsOne_toWhoeverIsNotOpenAi() {
        ModelConfig config = server.config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED);
        List<ChatMessage> messages = List.of(
                SystemMessage.from("be brief"),
                UserMessage.from("do it"),
                UserMessage.from("go on"),
                AiMessage.from("done"),
                UserMessage.from("what now"));
        ChatRequest request = ChatRequest.builder().messages(messages).build();

        assertThat(new RequestAdapter(config, "http://localhost:8000/v1")
                        .adapt(request)
                        .messages())
                .containsExactly(
                        SystemMessage.from("be brief"),
                        UserMessage.from("do it\n\ngo on"),
                        AiMessage.from("done"),
                        UserMessage.from("what now"));
        assertThat(new RequestAdapter(config, null).adapt(request).messages()).isEqualTo(messages);
    }

    @Test
    void stopSequences_whereTheModelTakesNone_areNotSent() {
        ModelConfig base = server.config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED);
        ModelConfig config = new ModelConfig(
                base.provider(),
                base.model(),
                base.baseUrl(),
                base.apiKeyEnv(),
                null,
                base.limits(),
                base.prices(),
                new ModelFeatures(true, true, false, ToolChoiceStyle.REQUIRED));
        server.answersOk().answersOk();
        ChatRequest request = ModelServer.hello().toBuilder()
                .stopSequences(List.of("Observation:"))
                .build();
        ask(config, request);
        assertThat(body(server.taken()).has("stop")).isFalse();
        ask(base, request);
        assertThat(body(server.taken()).path("stop").path(0).asText()).isEqualTo("Observation:");
    }

    private ChatResponse ask(ModelConfig config, ChatRequest request) {
        return server.model(config, new BudgetMeter(BudgetLimits.NONE, server.clock))
                .chat(request);
    }

    private static String reply(ModelProvider provider) {
        return switch (provider) {
            case ANTHROPIC -> ANTHROPIC_REPLY;
            case GOOGLE -> GOOGLE_REPLY;
            default -> OPENAI_REPLY;
        };
    }

    private static JsonNode body(RecordedRequest request) {
        try {
            return STRICT.readTree(request.getBody().utf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = ProviderBodyTest.class.getResourceAsStream("bodies/" + name + ".json")) {
            return ChatJson.MAPPER.readTree(file);
        }
    }
}
