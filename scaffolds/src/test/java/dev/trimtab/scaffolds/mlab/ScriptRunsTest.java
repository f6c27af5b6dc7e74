package dev.trimtab.scaffolds.mlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Violation;
import dev.trimtab.runtime.tool.Streams;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What MLAB's agent is told of a script's outputs. */
class ScriptRunsTest {
    @Test
    void m17_failedScriptWithoutErrors_showsNothingOfItsOutput() {
        assertThat(ScriptRuns.observation(ended(1, null, false), new Streams("loading", "")))
                .doesNotContain("loading");
    }

    @Test
    void m17_errorsSoLongThatTheMarkIsCut_areShownAllTheSame() {
        assertThat(ScriptRuns.observation(ended(1, null, true), new Streams("KeyError: 'age'", "")))
                .contains("KeyError: 'age'");
    }

    @Test
    void scriptThatWasStopped_showsWhatItPrintedAndTheLimit() {
        assertThat(ScriptRuns.observation(ended(137, Violation.FILE_SIZE, false), new Streams("half", "")))
                .contains("half\n", "limit of file size");
    }

    private static Execution ended(int exitCode, Violation violation, boolean truncated) {
        return new Execution(
                new ExecutionResult(exitCode, violation, "", 0, truncated, Duration.ZERO),
                null,
                /* submitted= */ false);
    }
}
