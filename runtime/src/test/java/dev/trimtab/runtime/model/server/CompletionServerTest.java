package dev.trimtab.runtime.model.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.trimtab.runtime.UserError;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client that was written elsewhere sees. */
final class CompletionServerTest extends ServedModelFixture {
    @Test
    void completions_plainText_hasAllThatTheProtocolPromises() throws Exception {
        model.reply("good day to you");

        JsonNode reply = post(body(HELLO, "")).json(200);

        assertThat(reply.get("id").asText()).startsWith("chatcmpl-");
        assertThat(reply.get("object").asText()).isEqualTo("chat.completion");
        assertThat(reply.get("created").asLong()).isEqualTo(1_700_000_000);
        assertThat(reply.get("model").asText()).isEqualTo("offline/test");
        assertThat(reply.at("/choices/0/index").asInt()).isZero();
        assertThat(reply.at("/choices/0/message/role").asText()).isEqualTo("assistant");
        assertThat(reply.at("/choices/0/message/content").asText()).isEqualTo("good day to you");
        assertThat(reply.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        int prompt = reply.at("/usage/prompt_tokens").asInt();
        assertThat(prompt).isEqualTo(new Words().count(model.lastRequest()));
        assertThat(reply.at("/usage/completion_tokens").asInt()).isEqualTo(4);
        assertThat(reply.at("/usage/total_tokens").asInt()).isEqualTo(prompt + 4);
        assertThat(used).containsExactly(new CompletionServer.Usage(prompt, 4, 1, false));
    }

    @Test
    void completions_everyKindOfMessage_reachesTheModelAsItIs() throws Exception {
        model.reply("done");

        post(body("""
                {"role":"developer","content":"Be brief."},
                {"role":"user","content":[{"type":"text","text":"look"},{"type":"text","text":"here"}]},
                {"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function",
                 "function":{"name":"ls","arguments":"{}"}}]},
                {"role":"tool","tool_call_id":"a","content":"file.txt"}""", "")).json(200);

        assertThat(model.lastRequest().messages())
                .containsExactly(
                        SystemMessage.from("Be brief."),
                        UserMessage.from("look\nhere"),
                        AiMessage.from(ToolExecutionRequest.builder()
                                .id("a")
                                .name("ls")
                                .arguments("{}")
                                .build()),
                        ToolExecutionResultMessage.from("a", "ls", "file.txt"));
    }

    @Test
    void completions_severalChoices_asksSoOftenAndCountsThePromptOnce() throws Exception {
        model.reply("one").reply("two words").reply("three");

        JsonNode reply = post(body(HELLO, ",\"n\":3")).json(200);

        assertThat(reply.get("choices").findValuesAsText("content")).containsExactly("one", "two words", "three");
        assertThat(reply.at("/choices/2/index").asInt()).isEqualTo(2);
        assertThat(reply.at("/usage/completion_tokens").asInt()).isEqualTo(4);
    }

    @Test
    void completions_stopAndLength_endTheReplyThere() throws Exception {
        model.reply("a b c\nObservation: made up").reply("a b c d e");

        JsonNode stopped =
                post(body(HELLO, ",\"stop\":[\"Observation:\",\"never\"]")).json(200);
        JsonNode cut = post(body(HELLO, ",\"max_tokens\":2")).json(200);

        assertThat(stopped.at("/choices/0/message/content").asText()).isEqualTo("a b c\n");
        assertThat(stopped.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(cut.at("/choices/0/message/content").asText().strip()).isEqualTo("a b");
        assertThat(cut.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(cut.at("/usage/completion_tokens").asInt()).isEqualTo(2);
    }

    @Test
    void completions_stream_addsUpToTheSameReply() throws Exception {
        model.reply("first line\nsecond line").call("submit_review", "{\"is_bug\":false}");

        List<JsonNode> text = post(body(HELLO, ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"))
                .events();
        List<JsonNode> call =
                post(body(HELLO, ",\"stream\":true,\"tools\":[" + REVIEW + "]")).events();

        assertThat(text)
                .allSatisfy(chunk -> assertThat(chunk.get("object").asText()).isEqualTo("chat.completion.chunk"));
        assertThat(text.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
                        .reduce("", String::concat))
                .isEqualTo("first line\nsecond line");
        assertThat(text.get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(text.get(text.size() - 2).at("/choices/0/finish_reason").asText())
                .isEqualTo("stop");
        assertThat(text.get(text.size() - 1).get("choices")).isEmpty();
        assertThat(text.get(text.size() - 1).at("/usage/completion_tokens").asInt())
                .isEqualTo(4);
        assertThat(call).anySatisfy(chunk -> {
            assertThat(chunk.at("/choices/0/delta/tool_calls/0/index").isInt()).isTrue();
            assertThat(chunk.at("/choices/0/delta/tool_calls/0/function/arguments")
                            .asText())
                    .isEqualTo("{\"is_bug\":false}");
        });
    }

    static Stream<Arguments> refused() {
        String call = "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"f\"}}]}";
        return Stream.of(
                Arguments.of("{", null, "not valid JSON"),
                Arguments.of("[]", null, "must be a JSON object"),
                Arguments.of("{\"messages\":[" + HELLO + "]}", "model", "model"),
                Arguments.of("{\"model\":\"m\"}", "messages", "array"),
                Arguments.of(body("{\"role\":\"function\",\"content\":\"x\"}", ""), "messages[0].role", "unknown role"),
                Arguments.of(
                        body("{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}", ""),
                        "messages[0].content",
                        "image_url"),
                Arguments.of(
                        body("{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"x\"}", ""),
                        "messages[0]",
                        "must follow"),
                Arguments.of(body(call + "," + HELLO, ""), "messages[1]", "missing: a"),
                Arguments.of(body(HELLO, ",\"n\":0"), "n", "from 1"),
                Arguments.of(body(HELLO, ",\"max_tokens\":\"many\""), "max_tokens", "whole number"),
                Arguments.of(body(HELLO, ",\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]"), "stop", "at most 4"),
                Arguments.of(body(HELLO, ",\"tools\":[{\"type\":\"function\"}]"), "tools[0]", "function.name"),
                Arguments.of(
                        body(HELLO, ",\"tools\":[" + REVIEW + "],\"tool_choice\":{\"function\":{\"name\":\"no\"}}"),
                        "tool_choice",
                        "no tool 'no'"),
                Arguments.of(body(HELLO, ",\"tool_choice\":\"required\""), "tool_choice", "there are no tools"),
                Arguments.of(
                        body(HELLO, ",\"tools\":[" + REVIEW + "],\"tool_choice\":\"always\""),
                        "tool_choice",
                        "none, auto"),
                Arguments.of(
                        body(HELLO, ",\"tools\":[" + REVIEW + "],\"tool_choice\":{\"type\":\"function\"}"),
                        "tool_choice",
                        "function.name"),
                Arguments.of(
                        body(
                                HELLO,
                                ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":[]}}]"),
                        "tools",
                        "parameters of 'f'"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void completions_badRequest_isRefusedInTheProtocolsWords(String body, String param, String words) throws Exception {
        JsonNode error = post(body).json(400).get("error");

        assertThat(error.get("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.get("message").asText()).contains(words);
        assertThat(error.get("param").textValue()).isEqualTo(param);
        assertThat(error.has("code")).isTrue();
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void completions_promptLongerThanTheWindow_isToldByTheCodeThatClientsKnow() throws Exception {
        String longer = "{\"role\":\"user\",\"content\":\"" + "word ".repeat(WINDOW) + "\"}";

        JsonNode error = post(body(longer, "")).json(400).get("error");

        assertThat(error.get("code").asText()).isEqualTo("context_length_exceeded");
        assertThat(error.get("message").asText()).contains("maximum context length is " + WINDOW);
    }

    @Test
    void completions_modelFails_isAServerErrorAndTheNextRequestIsAnswered() throws Exception {
        model.fail(new IllegalStateException("broken")).reply("again");

        assertThat(post(body(HELLO, "")).json(500).at("/error/type").asText()).isEqualTo("server_error");
        assertThat(post(body(HELLO, ""))
                        .json(200)
                        .at("/choices/0/message/content")
                        .asText())
                .isEqualTo("again");
    }

    @Test
    void models_areListedAndOtherPathsAndMethodsRefused() throws Exception {
        assertThat(send("GET", "/models", "").json(200).at("/data/0/id").asText())
                .isEqualTo("offline/test");
        assertThat(send("GET", "/models/offline/test", "")
                        .json(200)
                        .get("object")
                        .asText())
                .isEqualTo("model");
        JsonNode unknown = send("GET", "/models/gpt-4o", "").json(404).get("error");
        assertThat(unknown.get("code").asText()).isEqualTo("model_not_found");
        assertThat(unknown.get("message").asText()).contains("gpt-4o", "only 'offline/test'");
        assertThat(send("POST", "/completions", "{}")
                        .json(404)
                        .at("/error/message")
                        .asText())
                .contains("/v1/chat/completions");
        assertThat(send("GET", "/chat/completions", "").json(405).has("error")).isTrue();
    }

    @Test
    void start_onAPortInUse_isBadInput() {
        int port = URI.create(server.url()).getPort();

        assertThatThrownBy(() -> CompletionServer.start(
                        new ServedModel("x", model, new Words(), WINDOW), port, Instant::now, usage -> {}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("port " + port)
                .hasMessageContaining("--port");
    }
}
