package dev.trimtab.runtime.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code tool_choice} makes of a request and its answer. */
final class DemandedCallTest extends ServedModelFixture {
    @Test
    void completions_namedFunction_isTheOnlyOneOnOfferAndRequired() throws Exception {
        model.call("submit_review", "{\"is_bug\":true}");
        String other = REVIEW.replace("submit_review", "other");

        JsonNode reply = post(body(
                        HELLO,
                        ",\"tools\":[" + other + "," + REVIEW
                                + "],\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"submit_review\"}}"))
                .json(200);

        ChatRequest asked = model.lastRequest();
        assertThat(asked.toolChoice()).isEqualTo(ToolChoice.REQUIRED);
        assertThat(asked.toolSpecifications())
                .extracting(ToolSpecification::name)
                .containsExactly("submit_review");
        assertThat(asked.toolSpecifications().get(0).parameters().properties()).containsOnlyKeys("is_bug", "metric");
        assertThat(reply.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(reply.at("/choices/0/message/content").isNull()).isTrue();
        JsonNode call = reply.at("/choices/0/message/tool_calls/0");
        assertThat(call.get("id").asText()).isNotBlank();
        assertThat(call.get("type").asText()).isEqualTo("function");
        assertThat(call.at("/function/arguments").isTextual()).isTrue();
        assertThat(JSON.readTree(call.at("/function/arguments").asText())
                        .get("is_bug")
                        .asBoolean())
                .isTrue();
        assertThat(used).extracting(CompletionServer.Usage::calledFunction).containsExactly(true);
    }

    @Test
    void completions_toolChoiceNone_offersNoFunction() throws Exception {
        model.reply("words");

        post(body(HELLO, ",\"tools\":[" + REVIEW + "],\"tool_choice\":\"none\""))
                .json(200);

        assertThat(model.lastRequest().toolSpecifications()).isNullOrEmpty();
    }

    @Test
    void completions_requiredCallOfAFunctionThatTheModelDoesNotKnow_saysItsTextInTheArguments() throws Exception {
        model.reply("good day to you").reply("good day to you");
        String greet = """
                {"type":"function","function":{"name":"greet","parameters":{"type":"object","properties":{
                 "mood":{"enum":["calm","gay"]},"words":{"type":"string"},"aside":{"type":"string"}},
                 "required":["mood","words"]}}}""";
        String required = ",\"tools\":[" + greet + "],\"tool_choice\":\"required\"";

        JsonNode reply = post(body(HELLO, required)).json(200);
        List<JsonNode> streamed =
                post(body(HELLO, required + ",\"stream\":true")).events();

        String arguments = "{\"mood\":\"calm\",\"words\":\"good day to you\"}";
        assertThat(reply.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(reply.at("/choices/0/message/content").isNull()).isTrue();
        assertThat(reply.at("/choices/0/message/tool_calls/0/function/name").asText())
                .isEqualTo("greet");
        assertThat(reply.at("/choices/0/message/tool_calls/0/function/arguments")
                        .asText())
                .isEqualTo(arguments);
        assertThat(reply.at("/usage/completion_tokens").asInt()).isEqualTo(new Words().count("greet " + arguments));
        assertThat(streamed)
                .anySatisfy(chunk -> assertThat(chunk.at("/choices/0/delta/tool_calls/0/function/arguments")
                                .asText())
                        .isEqualTo(arguments));
        assertThat(streamed.get(streamed.size() - 1)
                        .at("/choices/0/finish_reason")
                        .asText())
                .isEqualTo("tool_calls");
        assertThat(used).extracting(CompletionServer.Usage::calledFunction).containsExactly(true, true);
    }

    @Test
    void completions_requiredCallThatTakesNoText_keepsTheTextBesideIt() throws Exception {
        model.reply("good day");

        JsonNode reply = post(body(
                        HELLO,
                        ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"wait\"}}],\"tool_choice\":\"required\""))
                .json(200);

        assertThat(reply.at("/choices/0/message/content").asText()).isEqualTo("good day");
        assertThat(reply.at("/choices/0/message/tool_calls/0/function/arguments")
                        .asText())
                .isEqualTo("{}");
        assertThat(reply.at("/usage/completion_tokens").asInt()).isEqualTo(2 + 2);
    }

    @Test
    void completions_requiredCall_isOfTheFirstFunctionWhoseSchemaCanBeMetAndElseRefused() throws Exception {
        model.reply("good day").reply("good day");
        String coded = """
                {"type":"function","function":{"name":"coded","parameters":{"type":"object","properties":{
                 "code":{"type":"string","pattern":"^[A-Z]{3}$"}},"required":["code"]}}}""";

        JsonNode other = post(body(HELLO, ",\"tools\":[" + coded + "," + REVIEW + "],\"tool_choice\":\"required\""))
                .json(200);
        JsonNode error = post(body(HELLO, ",\"tools\":[" + coded + "],\"tool_choice\":\"required\""))
                .json(400)
                .get("error");

        assertThat(other.at("/choices/0/message/tool_calls/0/function/arguments")
                        .asText())
                .isEqualTo("{\"is_bug\":false}");
        assertThat(error.get("message").asText())
                .isEqualTo("no arguments are known for 'coded' at code: 'pattern' is not heeded");
        assertThat(error.get("param").asText()).isEqualTo("tools");
    }
}
