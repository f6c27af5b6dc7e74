package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a way on must be one: a run goes on as it was configured, and another model's file makes another run. */
final class StoppedRunTest {
    @TempDir
    private Path dir;

    @BeforeEach
    void beginARun() throws IOException {
        Files.writeString(dir.resolve("run.json"), "{}");
    }

    @Test
    void orResult_keyOrQuotaOrServerFails_isResumed() {
        stopped(new PermanentFailure.Authentication("refused", null))
                .isInstanceOf(UserError.class)
                .hasMessage("refused; nothing is lost, go on with: ./trimtab resume " + dir);
        stopped(new PermanentFailure.Quota("no money", null))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("resume " + dir);
        stopped(new RetriableFailure.Connection("no server", null))
                .isInstanceOf(InfrastructureError.class)
                .hasMessageEndingWith("resume " + dir);
    }

    @Test
    void orResult_modelFileIsWrong_saysThatAnotherMakesANewRun() {
        stopped(new PermanentFailure.ModelNotFound("no such model", null))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "no such model; after a change of the model's file or of --base-url start a new run, else go on"
                                + " with: ./trimtab resume " + dir);
        stopped(new PermanentFailure.InvalidRequest("no temperature", null)).hasMessageContaining("start a new run");
    }

    @Test
    void orResult_promptIsTooLong_namesNoResumeThatWouldAskTheSame() {
        stopped(new PermanentFailure.ContextOverflow("too long; start a new run with less", null))
                .isInstanceOf(UserError.class)
                .hasMessage("too long; start a new run with less");
    }

    @Test
    void orResult_nothingWasBegun_namesNoRun() throws IOException {
        Files.delete(dir.resolve("run.json"));

        stopped(new PermanentFailure.Authentication("refused", null)).hasMessage("refused");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> stopped(InfrastructureError stop) {
        return assertThatThrownBy(() -> StoppedRun.orResult(dir, () -> {
            throw stop;
        }));
    }
}
