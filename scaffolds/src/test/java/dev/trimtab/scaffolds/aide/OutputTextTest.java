package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Violation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How an output is shown to the model. */
class OutputTextTest {
    @Test
    void a13_outputOf5100Characters_isUntouched() {
        String text = "x".repeat(5100);

        assertThat(OutputText.cut(text)).isSameAs(text);
    }

    @Test
    void a13_outputOf5101Characters_keepsBothEndsAroundTheMarker() {
        String text = "a".repeat(2500) + "b".repeat(101) + "c".repeat(2500);

        String cut = OutputText.cut(text);

        assertThat(cut).startsWith("a".repeat(2500) + "\n").endsWith("\n" + "c".repeat(2500));
        assertThat(cut.substring(2500, cut.length() - 2500)).contains("101").doesNotContain("b");
    }

    @Test
    void a17_timeout_endsWithTheNoticeEvenIfTimesAreHidden() {
        assertThat(of("before\n", Violation.TIMEOUT, false))
                .isEqualTo("before\nTimeoutError: the program was stopped at its time limit of 9 hours.");
    }

    @Test
    void of_anotherLimit_saysWhich() {
        assertThat(of("", Violation.MEMORY, false)).contains("limit of memory");
    }

    @Test
    void of_endedWell_tellsTheTimeOnlyIfAsked() {
        assertThat(of("done\n", null, true)).isEqualTo("done\nThe program ran for 1 minute 5 seconds (limit 9 hours).");
        assertThat(of("done\n", null, false)).isEqualTo("done");
    }

    private static String of(String output, Violation violation, boolean showTime) {
        ExecutionResult result = new ExecutionResult(
                violation == null ? 0 : 137, violation, output, output.length(), false, Duration.ofSeconds(65));
        return OutputText.of(new Execution(result, null, true), Duration.ofHours(9), showTime);
    }
}
