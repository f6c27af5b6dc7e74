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
     * @throws BudgetExceededException instead, if the run's time is over
     * @throws InfrastructureError if the program's file cannot be written or the sandbox fails
     */
    public Outcome run(String code, Path workspace) {
        meter.requireTime();
        Limits left = limits.within(meter.remainingTime());
        try {
            Files.write(workspace.resolve(kernel.solutionFile()), code.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write the program into " + workspace + ": " + IoReason.of(e), e);
        }
        if (cache == null) {
            return outcome(new CachedExecution(execute(workspace, left), /* hit= */ false), left.equals(limits));
        }
        ExecutionKey key =
                ExecutionKey.of(kernel, code, WorkspaceHash.ofFolder(new Workspace(workspace).input()), limits);
        // the time left is no part of the key: the cache keeps no execution that a limit ended
        return outcome(cache.run(kernel, key, workspace, () -> execute(workspace, left)), left.equals(limits));
    }

    /**
     * Runs a script where it lies, its two outputs told apart by {@link Streams}. What it leaves depends on more than the cache knows, so that it
     * always runs.
     *
     * @param path the script's path in the workspace
     * @param workspace as for {@link #run}
     * @throws BudgetExceededException instead, if the run's time is over
     */
    public Outcome script(String path, Path workspace) {
        meter.requireTime();
        Limits left = limits.within(meter.remainingTime());
        Command command = kernel.command(workspace, left);
        List<String> argv = new ArrayList<>(command.argv());
        argv.set(argv.size() - 1, path);
        Command script = new Command(argv, workspace, command.readable(), command.environment());
        return outcome(
                new CachedExecution(sandbox.run(Streams.apart(script), left), /* hit= */ false), left.equals(limits));
    }

    /**
     * Runs a command of the workspace's shell session; it always runs.
     *
     * @param text what the shell is to do
     * @param wallTime time that it may take, at most that of a program
     * @param workspace as for {@link #run}
     * @throws BudgetExceededException instead, if the run's time is over
     */
    public Outcome shell(String text, Duration wallTime, Path workspace) {
        meter.requireTime();
        boolean shorter = wallTime.compareTo(limits.wallTime()) < 0;
        Limits asked = shorter ? limits.withWallTime(wallTime) : limits;
        Limits left = asked.within(meter.remainingTime());
        Command command = ShellCommand.of(text, kernel.name(), kernel.command(workspace, left));
        return outcome(new CachedExecution(sandbox.run(command, left), /* hit= */ false), left.equals(asked));
    }

    /** Returns a shell session of a workspace, for {@link #shell(ShellCall, ShellSession, Path)}. */
    ShellSession session(Path workspace) {
        return new ShellSession(sandbox, workspace, kernel.name());
    }

    /**
     * Asks a shell session for something.
     *
     * @param workspace as for {@link #run}
     * @throws BudgetExceededException instead, if the run's time is over
     */
    Outcome shell(ShellCall call, ShellSession session, Path workspace) {
        meter.requireTime();
        Limits left = limits.within(meter.remainingTime());
        ExecutionResult result = session.call(call, kernel.command(workspace, left), left);
        return outcome(new CachedExecution(result, /* hit= */ false), left.equals(limits));
    }

    /** Returns the refusal to go on once a program was ended because the run's time is over. */
    BudgetExceededException timeOver() {
        return meter.timeOver(Duration.ZERO);
    }

    private static Outcome outcome(CachedExecution execution, boolean wholeTime) {
        boolean timedOut = execution.result().violation() == Violation.TIMEOUT;
        return new Outcome(execution.result(), execution.hit(), timedOut && !wholeTime);
    }

    private ExecutionResult execute(Path workspace, Limits left) {
        return sandbox.run(kernel.command(workspace, left), left);
    }
}
