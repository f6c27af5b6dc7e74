package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server does in silence is said once. */
final class ReplyNoticesTest {
    private final ReplyNotices notices = new ReplyNotices();

    @Test
    void of_aReplyThatWasCut_saysSoOnce() {
        assertThat(notices.of(call("STOP", 100, 100, false))).isEmpty();
        assertThat(notices.of(call("LENGTH", 100, 100, false)))
                .singleElement()
                .asString()
                .contains("cut at its longest", "max-output-tokens");
        assertThat(notices.of(call("LENGTH", 100, 100, false))).isEmpty();
    }

    @Test
    void of_aPromptThatTheServerReadLessThanHalfOf_saysSoOnce() {
        assertThat(notices.of(call("STOP", 5001, 10_000, false))).isEmpty();
        assertThat(notices.of(call("STOP", 2050, 10_000, true)))
                .as("our own estimate")
                .isEmpty();
        assertThat(notices.of(call("STOP", 20, 900, false)))
                .as("a short prompt, roughly counted")
                .isEmpty();
        assertThat(notices.of(call("STOP", 2050, 10_000, false)))
                .singleElement()
                .asString()
                .contains("2050 tokens of a prompt of about 10000", "OLLAMA_CONTEXT_LENGTH");
        assertThat(notices.of(call("STOP", 2050, 10_000, false))).isEmpty();
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
