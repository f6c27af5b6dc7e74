package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final String CALL =
            "\"content\":null,\"tool_calls\":[{\"id\":\"%s\",\"type\":\"function\",\"function\":{\"name\":\"submit_review\",\"arguments\":\"%s\"}}]";

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"x\",\"code\":\"context_length_exceeded\"}}",
                "{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens.\"}}",
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"prompt is too long: 210000 tokens\"}}",
                "{\"error\":\"the request exceeds the available context size\"}",
                "Please reduce the length of the messages",
                "{\"error\":{\"code\":400,\"message\":\"request (9031 tokens) exceeds the available context size (4096 tokens), try increasing it\"}}",
                "{\"error\":{\"message\":\"Requested tokens (2285) exceed context window of 2048\"}}",
                "{\"error\":\"Context size has been exceeded.\"}",
                "{\"error\":\"The number of tokens to keep from the initial prompt is greater than the context length.\"}",
                "{\"error\":\"Trying to keep the first 9000 tokens; the model is loaded with context length of only 4096 tokens\"}",
                "{\"message\":\"The input (61709 tokens) is longer than the model's context length (40960 tokens).\",\"code\":400}",
                "{\"error\":\"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 1512.\"}",
                "{\"error\":{\"message\":\"input length and `max_tokens` exceed context limit: 199000 + 4096\"}}",
                "{\"error\":{\"status\":\"INVALID_ARGUMENT\",\"message\":\"The input token count (9) exceeds the maximum number of tokens allowed (8).\"}}",
            })
    void overflow_inEveryForm_isContextOverflowAndNotRetried(String body) {
        server.answers(400, body);
        assertThatExceptionOfType(PermanentFailure.ContextOverflow.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void wrongParameter_thatSpeaksOfTokens_isNoOverflow() {
        server.answers(400, "{\"error\":{\"message\":\"max_tokens is too large: at most 4096 completion tokens\"}}");
        assertThatExceptionOfType(PermanentFailure.InvalidRequest.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"c1\",\"choices\":[{\"message\":{\"role\":\"assi",
                "<html>Bad gateway</html>",
                "",
                "{\"id\":\"c1\",\"choices\":[]}",
                "null",
            })
    void malformedReply_isRetried(String body) {
        server.answers(200, body).answersOk();
        assertThat(server.model().chat(ModelServer.hello()).aiMessage().text()).isEqualTo("fine");
        assertThat(server.log.waits).singleElement().asString().startsWith("1 MalformedReply");
    }

    @Test
    void errorUnderStatus200_isTheErrorThatItSays() {
        server.answers(200, "{\"error\":{\"message\":\"upstream failed\",\"code\":502}}")
                .answersOk();
        assertThat(server.model().chat(ModelServer.hello()).aiMessage().text()).isEqualTo("fine");
        assertThat(server.log.waits).singleElement().asString().startsWith("1 Server");

        server.answers(200, "{\"error\":\"Unexpected endpoint or method. (POST /chat/completions)\"}");
        assertThatExceptionOfType(PermanentFailure.InvalidRequest.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()))
                .withMessageContaining("Unexpected endpoint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unsupported parameter: 'max_tokens' is not supported with this model. | limits.max-output-parameter: max-completion-tokens",
                "Unsupported value: 'temperature' does not support 0.5 with this model. | features.temperature: false",
                "Unsupported parameter: 'stop' is not supported with this model. | features.stop: false",
                "Something else is wrong. | compare features and limits",
            })
    void refusedParameter_saysWhatToSet(String message, String advice) {
        server.answers(400, "{\"error\":{\"message\":\"" + message + "\"}}");
        assertThatExceptionOfType(PermanentFailure.InvalidRequest.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()))
                .withMessageContaining(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':'Invalid tool_choice type: \"object\". Supported string values: none, auto, required'} | features.tool-choice: auto",
                "400 | {'error':{'message':'registry.ollama.ai/library/gemma:latest does not support tools'}} | features.tool-choice: written",
                "500 | {'error':{'code':500,'message':'tools param requires --jinja flag'}} | features.tool-choice: written",
                "500 | {'error':{'code':500,'message':'Unsupported param: tools'}} | features.tool-choice: written",
                "500 | {'error':{'message':'2 validation errors: (\"body\", \"tool_choice\"): Input should be none or auto'}} | features.tool-choice: auto",
            })
    void refusalOfFunctions_inTheWordsOfServersOfOpenModels_saysWhatToSet_andIsNotRetried(
            int status, String body, String advice) {
        server.answers(status, body.replace('"', '`').replace('\'', '"'));
        assertThatExceptionOfType(PermanentFailure.InvalidRequest.class)
                .isThrownBy(() -> server.model().chat(ModelServer.hello()))
                .withMessageContaining(advice);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void serverThatDoesNotRun_isAskedAfter() {
        ChatModel model = server.model();
        server.close();
        assertThatExceptionOfType(RetriableFailure.Connection.class)
                .isThrownBy(() -> model.chat(ModelServer.hello()))
                .withMessageContaining("does its server run, and is base-url right?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<think>A draft: ```x```</think>\\n\\nThe answer. | The answer. | A draft: ```x```",
                "Let me see.</think>The answer. | The answer. | Let me see.",
                "<think>It goes on | | It goes on",
                "Text with <think> in it, </think> and more. | Text with <think> in it, </think> and more. | ",
                "It closes <think> nothing. | It closes <think> nothing. | ",
            })
    void thoughtsInTheText_standApartFromTheAnswer(String text, String answer, String thoughts) {
        server.answers(200, ModelServer.openAiReply("\"content\":\"" + text + "\"", "stop", ""));
        AiMessage message = server.model().chat(ModelServer.hello()).aiMessage();
        assertThat(message.text()).isEqualTo(answer);
        assertThat(message.thinking()).isEqualTo(thoughts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'submit_review','arguments':{'is_bug':true}}",
                "```json\\n{'name':'submit_review','parameters':{'is_bug':true}}\\n```",
                "<tool_call>{'name':'submit_review','arguments':'{\\\\'is_bug\\\\':true}'}</tool_call>",
            })
    void callWrittenAsText_isACall(String text) {
        String content = text.replace("\\\\'", "\\\\\\\"").replace("'", "\\\"");
        server.answers(200, ModelServer.openAiReply("\"content\":\"" + content + "\"", "stop", ""));
        ChatResponse response = server.model().chat(ModelServer.review());
        assertThat(response.aiMessage().toolExecutionRequests())
                .singleElement()
                .satisfies(call -> assertThat(call.arguments()).isEqualTo("{\"is_bug\":true}"));
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
    }

    @Test
    void callsInTagsAmongWords_areCalls_andTheWordsStay() {
        String call =
                "<tool_call>{\\\"name\\\":\\\"submit_review\\\",\\\"arguments\\\":{\\\"is_bug\\\":true}}</tool_call>";
        server.answers(
                200, ModelServer.openAiReply("\"content\":\"Now I report. " + call + "\\n" + call + "\"", "stop", ""));
        AiMessage message = server.model().chat(ModelServer.review()).aiMessage();
        assertThat(message.text()).isEqualTo("Now I report.");
        assertThat(message.toolExecutionRequests())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.arguments()).isEqualTo("{\"is_bug\":true}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'submit_revue','arguments':{'is_bug':true}}",
                "I call {'name':'submit_review','arguments':{'is_bug':true}}",
                "{'name':'submit_review'}",
            })
    void textThatIsNoCallOfATool_staysText(String text) {
        String content = text.replace("'", "\\\"");
        server.answers(200, ModelServer.openAiReply("\"content\":\"" + content + "\"", "stop", ""));
        AiMessage message = server.model().chat(ModelServer.review()).aiMessage();
        assertThat(message.hasToolExecutionRequests()).isFalse();
        assertThat(message.text()).isEqualTo(text.replace("'", "\""));
    }

    @Test
    void body_brokenOffOnTheWire_isAConnectionFailureAndRetried() {
        server.answers(new MockResponse.Builder()
                        .body("x".repeat(100_000))
                        .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                        .build())
                .answersOk();
        assertThat(server.model().chat(ModelServer.hello()).aiMessage().text()).isEqualTo("fine");
        assertThat(server.log.waits).singleElement().asString().startsWith("1 Connection");
    }

    @Test
    void usage_missing_isEstimatedAndFlagged() {
        server.answers(200, ModelServer.openAiReply("\"content\":\"hello world\"", "stop", ""));
        server.model().chat(ModelServer.hello());
        ModelCharge charge = server.log.charges.get(0);
        assertThat(charge.estimated()).isTrue();
        assertThat(charge.usage()).isEqualTo(new ModelTokenUsage(charge.counted(), 2, 0));
    }

    @Test
    void usage_withCachedTokens_isChargedAtTheirPrice() {
        server.answers(
                200,
                ModelServer.openAiReply(
                        "\"content\":\"a\"",
                        "stop",
                        "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":4,\"prompt_tokens_details\":{\"cached_tokens\":6}}"));
        server.model().chat(ModelServer.hello());
        ModelCharge charge = server.log.charges.get(0);
        assertThat(charge.estimated()).isFalse();
        assertThat(charge.usage()).isEqualTo(new ModelTokenUsage(10, 4, 6));
        assertThat(charge.money()).isEqualTo((4 * 2.0 + 6 * 1.0 + 4 * 10.0) / 1e6);
    }

    @Test
    void usage_aboveOurCount_isReported() {
        server.answers(
                200,
                ModelServer.openAiReply(
                        "\"content\":\"a\"", "stop", "\"usage\":{\"prompt_tokens\":500,\"completion_tokens\":1}"));
        server.model().chat(ModelServer.hello());
        assertThat(server.log.underCounted).containsExactly(500);
    }

    @Test
    void toolCall_withFinishReasonStopAndNoId_isACallWithAnId() {
        server.answers(200, ModelServer.openAiReply(String.format(CALL, "", "{}"), "stop", ""));
        ChatResponse response = server.model().chat(ModelServer.review());
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        assertThat(response.aiMessage().text()).isNull();
        assertThat(response.aiMessage().toolExecutionRequests())
                .singleElement()
                .satisfies(call -> assertThat(call.id()).isEqualTo("call-0"));
    }

    @Test
    void toolCall_withEmptyOrBrokenArguments_reachesTheAgent() {
        server.answers(200, ModelServer.openAiReply(String.format(CALL, "a", ""), "tool_calls", ""))
                .answers(200, ModelServer.openAiReply(String.format(CALL, "a", "{broken"), "tool_calls", ""));
        assertThat(arguments(server.model().chat(ModelServer.review()))).isEqualTo("{}");
        assertThat(arguments(server.model().chat(ModelServer.review()))).isEqualTo("{broken");
    }

    @Test
    void toolCall_cutOffByLength_isNotHandedOn() {
        server.answers(200, ModelServer.openAiReply(String.format(CALL, "a", "{\\\"is_bug\\\":"), "length", ""));
        ChatResponse response = server.model().chat(ModelServer.review());
        assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(response.aiMessage().hasToolExecutionRequests()).isFalse();
    }

    @Test
    void refusal_isAReplyWithTheModelsWords() {
        server.answers(
                200, ModelServer.openAiReply("\"content\":null,\"refusal\":\"I cannot help with that.\"", "stop", ""));
        ChatResponse response = server.model().chat(ModelServer.hello());
        assertThat(response.aiMessage().text()).isEqualTo("I cannot help with that.");
        assertThat(response.finishReason()).isEqualTo(FinishReason.CONTENT_FILTER);
        assertThat(server.log.charges).singleElement().matches(ModelCharge::estimated);
    }

    private static String arguments(ChatResponse response) {
        return response.aiMessage().toolExecutionRequests().get(0).arguments();
    }
}
