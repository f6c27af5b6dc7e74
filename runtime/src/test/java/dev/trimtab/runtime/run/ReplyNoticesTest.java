package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server does in silence is said once. */
final class ReplyNoticesTest {
    private final ReplyNotices notices = new ReplyNotices();

    @Test
    void of_aReplyThatWasCut_saysSoOnce() {
        assertThat(notices.of(call("STOP", 100, 100, false), 7, 0)).isEmpty();
        assertThat(notices.of(call("LENGTH", 100, 100, false), 7, 0))
                .singleElement()
                .asString()
                .contains("cut at its longest", "max-output-tokens");
        assertThat(notices.of(call("LENGTH", 100, 100, false), 7, 0)).isEmpty();
    }

    @Test
    void of_aReplyCutBeforeTheLengthAskedFor_suspectsTheServersWindow() {
        assertThat(notices.of(call("LENGTH", 4089, 4100, false), 600, 0))
                .singleElement()
                .asString()
                .contains("cut at 7 tokens, before the 600 asked for", "full at 4096 tokens", "--context-tokens");
    }

    @Test
    void of_aReplyCutWhoseLengthIsOurOwnEstimate_suspectsNoWindow() {
        assertThat(notices.of(call("LENGTH", 4089, 4100, true), 600, 0))
                .singleElement()
                .asString()
                .contains("cut at its longest");
    }

    @Test
    void of_aPromptThatTheServerReadLessThanHalfOf_saysSoOnce() {
        assertThat(notices.of(call("STOP", 5001, 10_000, false), 7, 0)).isEmpty();
        assertThat(notices.of(call("STOP", 2050, 10_000, true), 7, 0))
                .as("our own estimate")
                .isEmpty();
        assertThat(notices.of(call("STOP", 20, 900, false), 7, 0))
                .as("a short prompt, roughly counted")
                .isEmpty();
        assertThat(notices.of(call("STOP", 2050, 10_000, false), 7, 0))
                .singleElement()
                .asString()
                .contains("2050 tokens of a prompt of about 10000", "OLLAMA_CONTEXT_LENGTH");
        assertThat(notices.of(call("STOP", 2050, 10_000, false), 7, 0)).isEmpty();
    }

    @Test
    void of_repliesThatCallNoneOfTheirFunctions_saysSoAtTheFifth() {
        for (int reply = 0; reply < 4; reply++) {
            assertThat(notices.of(call("STOP", 100, 100, false), 7, 300)).isEmpty();
            assertThat(notices.of(call("STOP", 100, 100, false), 7, 0)).isEmpty();
        }
        assertThat(notices.of(call("STOP", 100, 100, false), 7, 300))
                .singleElement()
                .asString()
                .contains("called none of its functions in 5 replies", "doctor", "features.tool-choice: written");
        assertThat(notices.of(call("STOP", 100, 100, false), 7, 300)).isEmpty();
    }

    @Test
    void of_aModelThatCalledOnce_saysNothing() {
        Event.ModelCalled calling = call("TOOL_EXECUTION", 100, 100, false);
        ((ObjectNode) calling.reply())
                .putObject("message")
                .putArray("tool_calls")
                .addObject();
        assertThat(notices.of(calling, 7, 300)).isEmpty();
        for (int reply = 0; reply < 10; reply++) {
            assertThat(notices.of(call("STOP", 100, 100, false), 7, 300)).isEmpty();
        }
    }

    @Test
    void of_aPromptOfWhichOnlyTheFunctionsAreMissing_saysNothingOfPrompts() {
        assertThat(notices.of(call("STOP", 747, 1900, false), 7, 900)).isEmpty();
        assertThat(notices.of(call("STOP", 300, 1900, false), 7, 900))
                .singleElement()
                .asString()
                .contains("300 tokens");
    }

    private static Event.ModelCalled call(String finish, int input, int counted, boolean estimated) {
        return new Event.ModelCalled(
                0,
                "draft",
                "m",
                "hash",
                JsonNodeFactory.instance.objectNode().put("finish", finish),
                input,
                7,
                estimated,
                counted,
                0,
                1,
                List.of());
    }
}
