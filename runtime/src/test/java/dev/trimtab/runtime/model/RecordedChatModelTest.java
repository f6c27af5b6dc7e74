package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.testing.ScriptedChatModel;
import org.junit.jupiter.api.Test;

/** Recorded replies, each given once and in the order of the record. */
class RecordedChatModelTest {
    private static final ChatRequest ASKED =
            ChatRequest.builder().messages(UserMessage.from("design?")).build();
    private static final ChatRequest OTHER =
            ChatRequest.builder().messages(UserMessage.from("review?")).build();

    @Test
    void equalRequests_getTheirRepliesInTheOrderOfTheRecord() {
        RecordedChatModel model = record();

        assertThat(model.chat(ASKED).aiMessage().text()).isEqualTo("first");
        assertThat(model.chat(OTHER).aiMessage().text()).isEqualTo("other");
        assertThat(model.chat(ASKED).aiMessage().text()).isEqualTo("second");
    }

    @Test
    void requestWithoutAReplyLeft_isRefusedAsBadInput() {
        RecordedChatModel model = record();
        model.chat(OTHER);

        assertThatThrownBy(() -> model.chat(OTHER))
                .isInstanceOf(UnrecordedRequestException.class)
                .isInstanceOf(UserError.class)
                .hasMessage("not in the record");
    }

    @Test
    void answeredByALog_theReplyIsPassedOver() {
        RecordedChatModel model = record();
        model.answered(ASKED);

        assertThat(model.chat(ASKED).aiMessage().text()).isEqualTo("second");
    }

    private static RecordedChatModel record() {
        return new RecordedChatModel("not in the record")
                .add(RequestFingerprint.of(ASKED), ChatJson.write(ScriptedChatModel.text("first")))
                .add(RequestFingerprint.of(ASKED), ChatJson.write(ScriptedChatModel.text("second")))
                .add(RequestFingerprint.of(OTHER), ChatJson.write(ScriptedChatModel.text("other")));
    }
}
