package dev.trimtab.runtime.run;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.kernel.CachedExecution;
import dev.trimtab.runtime.kernel.ExecutionCache;
import dev.trimtab.runtime.kernel.ExecutionKey;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
import dev.trimtab.runtime.sandbox.Violation;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.ShellCommand;
import dev.trimtab.runtime.tool.ShellSession;
import dev.trimtab.runtime.tool.Streams;
import dev.trimtab.runtime.workspace.Workspace;
import dev.trimtab.runtime.workspace.WorkspaceHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one program in a workspace: writes its file, asks the execution cache, else the sandbox. No program runs longer than the run has time
 * left.
 *
 * @param kernel the language
 * @param sandbox where it runs
 * @param limits what it may use
 * @param cache results of earlier executions, or null for none
 * @param meter knows the time that the run has left
 */
public record ProgramRunner(
        Kernel kernel,
        Sandbox sandbox,
        Limits limits,
        @Nullable ExecutionCache cache,
        BudgetMeter meter) {
    /**
     * What came of it.
     *
     * @param result what the sandbox saw, now or when the result was cached
     * @param cached whether the result came from the cache
     * @param overTime whether it was ended because the run's time is over
     */
    public record Outcome(ExecutionResult result, boolean cached, boolean overTime) {}

    /**
     * Runs the program.
     *
     * @param code the whole program
     * @param workspace a directory with {@code input/}, {@code working/} and {@code submission/}
     * @param earlier the earlier run's execution that this one repeats, whose time then counts
     * @throws BudgetExceededException instead, if the run's time is over
     * @throws InfrastructureError if the program's file cannot be written or the sandbox fails
     */
    Outcome run(String code, Path workspace, Optional<RepeatedExecution> earlier) {
        Limits left = left(limits, earlier);
        try {
            Files.write(workspace.resolve(kernel.solutionFile()), code.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write the program into " + workspace + ": " + IoReason.of(e), e);
        }
        if (cache == null) {
            return outcome(execute(workspace, left), isShort(left, limits, earlier));
        }
        ExecutionKey key =
                ExecutionKey.of(kernel, code, WorkspaceHash.ofFolder(new Workspace(workspace).input()), limits);
        // the time left is no part of the key: the cache keeps no execution that a limit ended
        return outcome(
                cache.run(kernel, key, workspace, () -> execute(workspace, left)), isShort(left, limits, earlier));
    }

    /**
     * Runs a script where it lies, its two outputs told apart by {@link Streams}. What it leaves depends on more than the cache knows, so that it
     * always runs.
     *
     * @param path the script's path in the workspace
     * @param workspace as for {@link #run}
     * @param earlier as for {@link #run}
     * @throws BudgetExceededException instead, if the run's time is over
     */
    Outcome script(String path, Path workspace, Optional<RepeatedExecution> earlier) {
        Limits left = left(limits, earlier);
        Command command = kernel.command(workspace, left);
        List<String> argv = new ArrayList<>(command.argv());
        argv.set(argv.size() - 1, path);
        Command script = new Command(argv, workspace, command.readable(), command.environment());
        return outcome(sandbox.run(Streams.apart(script), left), isShort(left, limits, earlier));
    }

    /**
     * Runs a command of the workspace's shell session; it always runs.
     *
     * @param text what the shell is to do
     * @param wallTime time that it may take, at most that of a program
     * @param workspace as for {@link #run}
     * @param earlier as for {@link #run}
     * @throws BudgetExceededException instead, if the run's time is over
     */
    Outcome shell(String text, Duration wallTime, Path workspace, Optional<RepeatedExecution> earlier) {
        boolean shorter = wallTime.compareTo(limits.wallTime()) < 0;
        Limits asked = shorter ? limits.withWallTime(wallTime) : limits;
        Limits left = left(asked, earlier);
        Command command = ShellCommand.of(text, kernel.name(), kernel.command(workspace, left));
        return outcome(sandbox.run(command, left), isShort(left, asked, earlier));
    }

    /** Returns a shell session of a workspace, for {@link #shell(ShellCall, RunShell, Path, Optional)}. */
    RunShell session(Path workspace) {
        return new RunShell(new ShellSession(sandbox, workspace, kernel.name()));
    }

    /**
     * Asks a shell session for something.
     *
     * @param workspace as for {@link #run}
     * @param earlier as for {@link #run}
     * @throws BudgetExceededException instead, if the run's time is over
     */
    Outcome shell(ShellCall call, RunShell session, Path workspace, Optional<RepeatedExecution> earlier) {
        Limits left = left(limits, earlier);
        Command command = kernel.command(workspace, left);
        ExecutionResult result = earlier.isPresent()
                ? session.repeat(call, earlier.get(), command, limits)
                : session.call(call, command, left);
        return outcome(result, isShort(left, limits, earlier));
    }

    /** Returns the refusal to go on once a program was ended because the run's time is over. */
    BudgetExceededException timeOver() {
        return meter.timeOver(Duration.ZERO);
    }

    private Limits left(Limits asked, Optional<RepeatedExecution> earlier) {
        meter.requireTime();
        return earlier.map(repeated -> repeated.limits(asked)).orElseGet(() -> asked.within(meter.remainingTime()));
    }

    /** Whether an earlier run's time was over is in its record. */
    private static boolean isShort(Limits left, Limits asked, Optional<RepeatedExecution> earlier) {
        return earlier.isEmpty() && !left.equals(asked);
    }

    private static Outcome outcome(ExecutionResult result, boolean shortTime) {
        return outcome(new CachedExecution(result, /* hit= */ false), shortTime);
    }

    private static Outcome outcome(CachedExecution execution, boolean shortTime) {
        boolean timedOut = execution.result().violation() == Violation.TIMEOUT;
        return new Outcome(execution.result(), execution.hit(), timedOut && shortTime);
    }

    private ExecutionResult execute(Path workspace, Limits left) {
        return sandbox.run(kernel.command(workspace, left), left);
    }
}
