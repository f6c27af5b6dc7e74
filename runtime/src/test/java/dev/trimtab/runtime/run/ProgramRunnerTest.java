package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.budget.BudgetKind;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.kernel.ExecutionCache;
import dev.trimtab.runtime.kernel.JavaKernel;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import dev.trimtab.runtime.sandbox.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No program runs longer than the run has time left; programs really run in this machine's sandbox. */
final class ProgramRunnerTest {
    private static final String SLEEPER =
            "public class Solution { public static void main(String[] a) throws Exception { Thread.sleep(3_600_000); } }";
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path dir;

    private final LocalSandbox sandbox = LocalSandbox.open(List.of());
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void folders() throws IOException {
        for (String folder : List.of("input", "working", "submission")) {
            Files.createDirectories(dir.resolve("workspace").resolve(folder));
        }
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void run_lessTimeLeftThanTheLimit_endsTheProgramWithTheRunsTime() throws IOException {
        ProgramRunner.Outcome outcome = runner(Duration.ofMinutes(10), /* left= */ SHORT)
                .run(SLEEPER, dir.resolve("workspace"), Optional.empty());

        assertThat(outcome.result().violation()).isEqualTo(Violation.TIMEOUT);
        assertThat(outcome.overTime()).isTrue();
        assertThat(dir.resolve("cache"))
                .satisfiesAnyOf(
                        cache -> assertThat(cache).doesNotExist(),
                        cache -> assertThat(cache).isEmptyDirectory());
    }

    @Test
    void run_programPassesItsOwnLimit_leavesTheRunItsTime() {
        ProgramRunner.Outcome outcome = runner(SHORT, /* left= */ Duration.ofMinutes(10))
                .run(SLEEPER, dir.resolve("workspace"), Optional.empty());

        assertThat(outcome.result().violation()).isEqualTo(Violation.TIMEOUT);
        assertThat(outcome.overTime()).isFalse();
    }

    @Test
    void run_noTimeLeft_startsNothing() {
        ProgramRunner runner = runner(SHORT, /* left= */ Duration.ZERO);

        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> runner.run(SLEEPER, dir.resolve("workspace"), Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(BudgetKind.WALL_TIME));
        assertThat(dir.resolve("workspace/Solution.java")).doesNotExist();
    }

    /** Returns a runner in a run that had a minute, of which some is left. */
    private ProgramRunner runner(Duration limit, Duration left) {
        Duration whole = Duration.ofMinutes(20);
        BudgetMeter meter = new BudgetMeter(new BudgetLimits(null, null, whole), () -> now);
        now = now.plus(whole).minus(left);
        return new ProgramRunner(
                new JavaKernel(noLibraries()),
                sandbox,
                Limits.DEFAULT.withWallTime(limit),
                new ExecutionCache(dir.resolve("cache")),
                meter);
    }

    private Path noLibraries() {
        Path folder = dir.resolve("no-libraries");
        try {
            return Files.setPosixFilePermissions(
                    Files.createDirectories(folder), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
