package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void progressBar_leavesItsLastState() {
        StringBuilder bar = new StringBuilder("fit\n");
        for (int percent = 0; percent <= 100; percent++) {
            bar.append('\r').append(percent).append("%|####|");
        }

        assertThat(TerminalText.of(bar + "\nValidation auc: 0.8\n"))
                .isEqualTo("fit\n100%|####|\nValidation auc: 0.8\n");
        assertThat(TerminalText.of(bar + "\r")).isEqualTo("fit\n100%|####|");
    }

    @Test
    void barWithinABar_leavesOneLineOfEach() {
        String nested = "outer 1\n\rinner 1\u001B[A\n\rinner 2\u001B[A\n\rinner 3\u001B[A\router 2\n";

        assertThat(TerminalText.of(nested)).isEqualTo("outer 1\nouter 2\n");
    }

    @Test
    void coloursTitlesAndKeyboardModes_areTakenOff() {
        assertThat(TerminalText.of("\u001B[1;31mred\u001B[0m \u001B[38:5:196mdeep\u001B[K \u001B(Bplain"))
                .isEqualTo("red deep plain");
        assertThat(TerminalText.of("\u001B]0;title\u0007a\u001B]8;;http://x\u001B\\b"))
                .isEqualTo("ab");
        assertThat(TerminalText.of("cut off \u001B[3")).isEqualTo("cut off [3");
    }

    @Test
    void linesOfOtherSystems_keepTheirText() {
        assertThat(TerminalText.of("one\r\ntwo\r\n")).isEqualTo("one\ntwo\n");
    }

    @Property(seed = "1")
    void textWithoutControls_staysAsItIs(@ForAll @CharRange(from = ' ', to = '~') String line) {
        String text = line + "\n\t" + line + "\n";

        assertThat(TerminalText.of(text)).isEqualTo(text);
    }

    @Property(seed = "1")
    void anything_becomesTextThatStaysAsItIs(@ForAll String text) {
        String shown = TerminalText.of("\r" + text + "\u001B[0m");

        assertThat(shown).doesNotContain("\r", "\u001B", "\u0000");
        assertThat(TerminalText.of(shown)).isEqualTo(shown);
    }
}
