package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFunctionsTest {
    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private ChatModel model(ModelProvider provider) {
        return server.model(
                server.config(provider, ToolChoiceStyle.WRITTEN), new BudgetMeter(BudgetLimits.NONE, server.clock));
    }

    private void says(String text) {
        String json = ChatJson.MAPPER.getNodeFactory().textNode(text).toString();
        server.answers(200, ModelServer.openAiReply("\"content\":" + json, "stop", ""));
    }

    private JsonNode sent() {
        return ChatJson.parse(server.taken().getBody().utf8());
    }

    @Test
    void functions_areToldInThePrompt_andNoneAreSent() {
        says("nothing");
        model(ModelProvider.OPENAI).chat(ModelServer.review());
        JsonNode body = sent();
        assertThat(body.has("tools")).isFalse();
        assertThat(body.has("tool_choice")).isFalse();
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(body.at("/messages/0/content").asText())
                .startsWith("Be brief.")
                .contains("submit_review", "is_bug", "Answer with a call and nothing else", "<tool_call>");
        assertThat(body.at("/messages/1/content").asText()).isEqualTo("hello world");
        assertThat(body.at("/max_tokens").asInt()).isEqualTo(77);
        assertThat(body.at("/temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.at("/stop/0").asText()).isEqualTo("END");
    }

    @Test
    void callThatNeedNotBe_isOnlyOffered() {
        says("nothing");
        model(ModelProvider.OPENAI)
                .chat(ModelServer.review().toBuilder()
                        .toolChoice(ToolChoice.AUTO)
                        .build());
        assertThat(sent().at("/messages/0/content").asText())
                .contains("To call one, write")
                .doesNotContain("nothing else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here: <tool_call>{\"name\": \"submit_review\", \"arguments\": {\"is_bug\": true}}</tool_call>",
                "<tool_call>\n{\"name\": \"submit_review\", \"arguments\": {\"is_bug\": true}}\n",
                "```json\n{\"name\": \"submit_review\", \"arguments\": {\"is_bug\": true}}\n```",
            })
    void callInTheReplysText_isACall(String text) {
        says(text);
        ChatResponse response = model(ModelProvider.OPENAI).chat(ModelServer.review());
        assertThat(response.aiMessage().toolExecutionRequests()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("submit_review");
            assertThat(ChatJson.parse(call.arguments()).path("is_bug").asBoolean())
                    .isTrue();
        });
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<tool_call>", "<tool_call>{\"name\": \"submit_review\", \"argu", "<tool_call>{}</tool_call>"})
    void halfACall_staysText(String text) {
        says(text);
        AiMessage reply = model(ModelProvider.OPENAI).chat(ModelServer.review()).aiMessage();
        assertThat(reply.hasToolExecutionRequests()).isFalse();
        assertThat(reply.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "<tool_call>", "}\n", "```json\n", "<think>"})
    void whatIsRepeatedUntilItIsCut_staysTextAtOnce(String unit) {
        says("{" + unit.repeat(200_000 / unit.length()));
        says(unit.repeat(200_000 / unit.length()));
        ChatModel model = model(ModelProvider.OPENAI);
        assertThat(model.chat(ModelServer.review()).aiMessage().hasToolExecutionRequests())
                .isFalse();
        assertThat(model.chat(ModelServer.review()).aiMessage().hasToolExecutionRequests())
                .isFalse();
    }

    @Test
    void callsAndResultsOfBefore_areTold_andTakeTurns() {
        says("done");
        AiMessage call = AiMessage.builder()
                .text("I look.")
                .toolExecutionRequests(List.of(
                        ToolExecutionRequest.builder()
                                .id("1")
                                .name("submit_review")
                                .arguments("{\"is_bug\":true}")
                                .build(),
                        ToolExecutionRequest.builder()
                                .id("2")
                                .name("submit_review")
                                .arguments("no JSON")
                                .build()))
                .build();
        model(ModelProvider.OPENAI)
                .chat(ChatRequest.builder()
                        .messages(
                                SystemMessage.from("Be brief."),
                                UserMessage.from("hello"),
                                call,
                                ToolExecutionResultMessage.from("1", "submit_review", "noted"),
                                ToolExecutionResultMessage.from("2", "submit_review", "not understood"))
                        .toolSpecifications(ModelServer.REVIEW)
                        .build());
        JsonNode messages = sent().path("messages");
        assertThat(messages.findValuesAsText("role")).containsExactly("system", "user", "assistant", "user");
        assertThat(messages.get(2).path("content").asText())
                .isEqualTo(
                        "I look.\n<tool_call>{\"name\":\"submit_review\",\"arguments\":{\"is_bug\":true}}</tool_call>\n"
                                + "<tool_call>{\"name\":\"submit_review\",\"arguments\":\"no JSON\"}</tool_call>");
        assertThat(messages.get(3).path("content").asText()).contains("noted", "not understood");
        assertThat(messages.toString()).doesNotContain("tool_calls");
    }

    @Test
    void tokens_areCountedAsTheyAreSent() {
        ChatRequest asked = ChatRequest.builder()
                .messages(
                        SystemMessage.from("Be brief."),
                        UserMessage.from("hello"),
                        AiMessage.from(ToolExecutionRequest.builder()
                                .id("1")
                                .name("submit_review")
                                .arguments("{\"is_bug\":true}")
                                .build()),
                        ToolExecutionResultMessage.from("1", "submit_review", "noted"))
                .toolSpecifications(ModelServer.REVIEW)
                .toolChoice(ToolChoice.REQUIRED)
                .build();
        TokenCounter written = ChatModels.counter(server.config(ModelProvider.OPENAI, ToolChoiceStyle.WRITTEN));
        TokenCounter passed = ChatModels.counter(server.config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED));
        int sent = passed.count(WrittenFunctions.told(asked));
        assertThat(passed.count(asked)).isLessThan(sent);
        assertThat(written.count(asked)).isBetween(sent, sent + 10);
        assertThat(written.name()).isEqualTo("o200k_base, functions in words");
        assertThat(passed.name()).isEqualTo("o200k_base");
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelProvider.class,
            names = {"ANTHROPIC", "GOOGLE"})
    void everyProvider_isSentNoFunctions(ModelProvider provider) {
        server.answers(500, "{}");
        try {
            new ChatModels(java.util.Map.of("SOME_KEY", ModelServer.KEY))
                    .provider(server.config(provider, ToolChoiceStyle.WRITTEN), server.clock, () -> null)
                    .chat(ModelServer.review());
        } catch (RuntimeException failed) {
            assertThat(failed).hasMessageContaining("500");
        }
        assertThat(server.taken().getBody().utf8())
                .contains("submit_review")
                .doesNotContain("\"tools\"", "tool_choice");
    }
}
