package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChatJsonTest {
    @Provide
    Arbitrary<ChatRequest> requests() {
        return ChatArbitraries.requests();
    }

    @Provide
    Arbitrary<ChatResponse> responses() {
        return ChatArbitraries.responses();
    }

    @Property(tries = 300, seed = "1")
    void request_writtenAndRead_isEqual(@ForAll("requests") ChatRequest request) {
        String json = ChatJson.write(request).toPrettyString();
        assertThat(ChatJson.readRequest(ChatJson.parse(json))).isEqualTo(request);
    }

    @Property(tries = 300, seed = "1")
    void response_writtenAndRead_isEqual(@ForAll("responses") ChatResponse response) {
        String json = ChatJson.write(response).toPrettyString();
        assertThat(ChatJson.readResponse(ChatJson.parse(json))).isEqualTo(response);
    }

    @Test
    void response_withoutText_staysWithoutText() {
        ChatResponse response =
                ChatResponse.builder().aiMessage(AiMessage.builder().build()).build();
        assertThat(ChatJson.readResponse(ChatJson.write(response)).aiMessage().text())
                .isNull();
    }

    @Test
    void userMessage_ofSeveralTexts_keepsThemApart() {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from(TextContent.from("a"), TextContent.from("b")))
                .build();
        assertThat(ChatJson.readRequest(ChatJson.write(request))).isEqualTo(request);
    }

    @Test
    void usage_ofAnthropic_isWrittenWithCachedTokensAsInput() {
        ChatResponse response = ChatResponse.builder()
                .aiMessage(AiMessage.from("a"))
                .tokenUsage(AnthropicTokenUsage.builder()
                        .inputTokenCount(10)
                        .outputTokenCount(5)
                        .cacheReadInputTokens(100)
                        .cacheCreationInputTokens(7)
                        .build())
                .build();
        assertThat(ChatJson.write(response).get("usage").toString())
                .isEqualTo("{\"input\":117,\"output\":5,\"cached\":100}");
    }

    @Test
    void image_isRefused() {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from(ImageContent.from("http://localhost/a.png")))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChatJson.write(request))
                .withMessageContaining("IMAGE");
    }

    @Test
    void message_ofUnknownRole_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChatJson.readRequest(ChatJson.parse("{\"messages\":[{\"role\":\"oracle\"}]}")))
                .withMessageContaining("oracle");
    }
}
