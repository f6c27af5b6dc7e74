package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.trimtab.runtime.Sha256;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RequestFingerprintTest {
    @Provide
    Arbitrary<ChatRequest> requests() {
        return ChatArbitraries.requests();
    }

    @Property(tries = 200, seed = "1")
    void fingerprint_ofARereadRequest_isTheSame(@ForAll("requests") ChatRequest request) {
        ChatRequest reread = ChatJson.readRequest(ChatJson.write(request));
        assertThat(RequestFingerprint.of(reread))
                .isEqualTo(RequestFingerprint.of(request))
                .matches("[0-9a-f]{64}");
    }

    @Property(tries = 200, seed = "1")
    void fingerprint_ofAnotherTemperature_differs(@ForAll("requests") ChatRequest request) {
        ChatRequest other = request.toBuilder().temperature(2.5).build();
        assertThat(RequestFingerprint.of(other)).isNotEqualTo(RequestFingerprint.of(request));
    }

    @Test
    void fingerprint_ofAFixedRequest_neverChanges() {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from("s"), UserMessage.from("u"))
                .temperature(0.5)
                .build();
        assertThat(RequestFingerprint.of(request))
                .isEqualTo(Sha256.of(
                        "{\"messages\":[{\"role\":\"system\",\"text\":\"s\"},{\"role\":\"user\",\"text\":\"u\"}],"
                                + "\"parameters\":{\"temperature\":0.5}}"));
    }

    @Test
    void fingerprint_ofOtherCallIds_isTheSame() {
        assertThat(RequestFingerprint.of(roundTrip("call_9f", "call_9f")))
                .isEqualTo(RequestFingerprint.of(roundTrip("toolu_01", "toolu_01")));
    }

    @Test
    void fingerprint_ofAResultForAnotherCall_differs() {
        assertThat(RequestFingerprint.of(roundTrip("a", "b"))).isNotEqualTo(RequestFingerprint.of(roundTrip("a", "a")));
    }

    private static ChatRequest roundTrip(String callId, String resultId) {
        return ChatRequest.builder()
                .messages(
                        UserMessage.from("go"),
                        AiMessage.from(ToolExecutionRequest.builder()
                                .id(callId)
                                .name("run")
                                .arguments("{}")
                                .build()),
                        ToolExecutionResultMessage.from(resultId, "run", "done"))
                .build();
    }
}
