package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an agent counts as going in a circle, by the ids of the fidelity checklist. */
class StuckDetectorTest {
    private final StuckDetector detector = new StuckDetector();

    @Test
    void o18_threeEqualPairs_areNoCircle_fourAre() {
        assertThat(after("ls", "ls", "ls")).isFalse();
        assertThat(after("ls")).isTrue();
    }

    @Test
    void o18_threeEqualFailures_areACircle() {
        for (int i = 0; i < 3; i++) {
            assertThat(detector.stuck()).isFalse();
            detector.add(new StuckDetector.Step("edit", "ERROR: " + i, true, false));
        }
        assertThat(detector.stuck()).isTrue();
    }

    @Test
    void o18_alternationOfSix_isACircle_ofFiveIsNot() {
        assertThat(after("a", "b", "a", "b", "a")).isFalse();
        assertThat(after("b")).isTrue();
    }

    @Test
    void o18_threeEqualMessages_areACircle() {
        for (int i = 0; i < 3; i++) {
            assertThat(detector.stuck()).isFalse();
            detector.add(new StuckDetector.Step("Hm.", "", false, true));
        }
        assertThat(detector.stuck()).isTrue();
    }

    @Test
    void o19_sameCommandAndExitCodeWithOtherOutput_isEqualInStrictCompatOnly() {
        assertThat(poll("10 %").compared(true)).isEqualTo(poll("20 %").compared(true));
        assertThat(poll("10 %").compared(false)).isNotEqualTo(poll("20 %").compared(false));
    }

    private static Happening poll(String output) {
        ToolCall call = new ToolCall(
                "execute_bash", new ObjectMapper().createObjectNode().put("command", "tail log"));
        Reply reply = new Reply("r", "", "", List.of(), /* cut= */ false, null);
        ShellTool.Run run = new ShellTool.Run(output, "", "/workspace", 0, /* held= */ false, null);
        return new Happening(0, new Decision(reply, "c", "", call, "", ""), Outcome.of(run), output);
    }

    private boolean after(String... actions) {
        for (String action : actions) {
            detector.add(new StuckDetector.Step(action, "same", false, false));
        }
        return detector.stuck();
    }
}
