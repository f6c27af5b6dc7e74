package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events as messages, by the ids of the fidelity checklist. */
class ChatTurnsTest {
    @Test
    void o01_callsOfOneReply_areOneMessageFollowedByTheirResults() {
        List<ChatMessage> messages =
                ChatTurns.messages(List.of(call("r", "Both.", "a"), answer("a"), call("r", "", "b"), answer("b")));

        assertThat(messages).hasSize(3);
        AiMessage reply = (AiMessage) messages.get(0);
        assertThat(reply.text()).isEqualTo("Both.");
        assertThat(reply.toolExecutionRequests()).extracting(r -> r.id()).containsExactly("a", "b");
        assertThat(((ToolExecutionResultMessage) messages.get(2)).id()).isEqualTo("b");
    }

    @Test
    void o02_callWithoutResultAndResultWithoutCall_areLeftOut() {
        List<ChatMessage> messages = ChatTurns.messages(
                List.of(answer("lost"), call("r", "", "a"), call("r", "", "open"), answer("a"), call("s", "x", "b")));

        assertThat(messages).hasSize(2);
        assertThat(((AiMessage) messages.get(0)).toolExecutionRequests())
                .extracting(r -> r.id())
                .containsExactly("a");
    }

    @Test
    void wordsAndObservationsWithoutCalls_areMessagesOfTheirSpeakers() {
        assertThat(ChatTurns.messages(List.of(
                        new Turn.Said(Turn.Speaker.ASSISTANT, "Hello."),
                        new Turn.Said(Turn.Speaker.USER, "Go on."),
                        new Turn.Answered("", "shell", "RESULT: ", "ok"))))
                .containsExactly(AiMessage.from("Hello."), UserMessage.from("Go on."), UserMessage.from("RESULT: ok"));
    }

    private static Turn call(String reply, String thought, String id) {
        return new Turn.Called(reply, thought, id, "shell", "{}", "");
    }

    private static Turn answer(String id) {
        return new Turn.Answered(id, "shell", "", "result of " + id);
    }
}
