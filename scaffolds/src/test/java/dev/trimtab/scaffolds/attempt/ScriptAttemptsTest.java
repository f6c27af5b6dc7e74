package dev.trimtab.scaffolds.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an attempt is made from. */
final class ScriptAttemptsTest {
    private final ScriptAttempts attempts = new ScriptAttempts();
    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @Test
    void of_aSecondRunOfAScript_isMadeFromTheFirst() {
        Attempt first = run("train.py", "a");
        Attempt second = run("train.py", "b");

        assertThat(second.parent()).isEqualTo(first.id());
        assertThat(second.stage()).isEqualTo(Attempt.Stage.DEBUG);
        assertThat(attempts.script(second.id())).isEqualTo("train.py");
    }

    @Test
    void of_programsWithoutAFile_areMadeFromNone() {
        run("", "a");
        Attempt second = run("", "b");

        assertThat(second.parent()).isNull();
        assertThat(second.stage()).isEqualTo(Attempt.Stage.DRAFT);
        assertThat(attempts.script(second.id())).isNull();
    }

    private Attempt run(String script, String code) {
        ExecutionResult failed = new ExecutionResult(1, null, "KeyError", 8, false, Duration.ofSeconds(1));
        Attempt attempt = attempts.of(context, script, code, "plan", new Execution(failed, "KeyError", false), "");
        assertThat(attempt).isNotNull();
        return attempt;
    }
}
