package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Violation;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.ShellCommand;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.attempt.ScriptAttempts;
import dev.trimtab.scaffolds.prompt.SpokenDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Runs the agent's commands, and finds the attempts among them: a command that runs a program of the kernel's language, or leaves a submission. A
 * command that prints nothing for a while, or takes too long, runs on while the agent is asked what to do.
 */
final class ShellTool {
    /** Time without new output after which the agent is asked, as in the original. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final Map<String, ShellCall.Kind> KEYS =
            Map.of("C-c", ShellCall.Kind.INTERRUPT, "C-d", ShellCall.Kind.END_OF_INPUT);
    private static final String WAYS =
            "Call this tool again with an empty command to wait for more, or with is_input true to send it text, C-c or C-d.";

    private final Duration timeout;
    private final @Nullable Duration quiet;
    private final ScriptAttempts attempts;
    private @Nullable RunningCommand running;

    /**
     * What came of a command.
     *
     * @param output what it printed since the last call, without what is blank at its end
     * @param note why it was stopped, runs on or was refused; empty for none of these
     * @param directory where the session is now that it ended; empty where it did not
     * @param exitCode the exit code, -1 when it was stopped or has not ended
     * @param held whether it has not ended
     * @param attempt the attempt, or null when it was none
     */
    record Run(
            String output,
            String note,
            String directory,
            int exitCode,
            boolean held,
            @Nullable Attempt attempt) {
        /** Returns what the agent is told. */
        String observation() {
            List<String> lines = new ArrayList<>();
            if (!output.isEmpty()) {
                lines.add(output);
            }
            if (!note.isEmpty()) {
                lines.add("[" + note + "]");
            }
            if (held) {
                lines.add("[Command has no exit code yet: " + exitCode + "]");
            }
            if (!directory.isEmpty()) {
                lines.add("[Current working directory: " + directory + "]");
                lines.add("[Command finished with exit code " + exitCode + "]");
            }
            return String.join("\n", lines);
        }
    }

    /**
     * @param timeout time that a command may take where it states none
     * @param quiet time without new output after which the agent is asked; null: every command runs to its end, or is stopped
     */
    ShellTool(Duration timeout, @Nullable Duration quiet, ScriptAttempts attempts) {
        this.timeout = timeout;
        this.quiet = quiet;
        this.attempts = attempts;
    }

    /**
     * Runs a command, or goes on with the one that has not ended.
     *
     * @param plan the agent's words on what it tries
     * @throws ToolException if the call asks for what cannot be done
     */
    Run run(RunContext context, ToolCall call, String plan) throws ToolException {
        String command = call.get("command");
        boolean input = call.get("is_input").equals("true");
        if (command.indexOf('\0') >= 0) {
            throw new ToolException("the command holds a null character, which no command can");
        }
        Duration limit = limit(context, call);
        if (running != null) {
            return goOn(context, running, command.strip(), input, call, limit);
        }
        if (input || command.isBlank()) {
            throw new ToolException("no command is running that could take input or be waited for");
        }
        RunningCommand begun = RunningCommand.of(context, command, plan);
        if (quiet != null) {
            return told(context, begun, shellCall(ShellCall.Kind.RUN, command, call, limit), limit);
        }
        Execution execution = context.shell(command, limit);
        return ended(context, begun.printed(context, execution.result().output()), execution, limit);
    }

    private Duration limit(RunContext context, ToolCall call) {
        OptionalInt stated = call.whole("timeout");
        Duration asked = stated.isEmpty() ? timeout : Duration.ofSeconds(Math.max(1, stated.getAsInt()));
        Duration most = context.task().solutionLimit();
        return asked.compareTo(most) < 0 ? asked : most;
    }

    /** A command that states its time is waited for until then, however quiet it is. */
    private ShellCall shellCall(ShellCall.Kind kind, String text, ToolCall call, Duration limit) {
        return new ShellCall(kind, text, quiet == null || !call.get("timeout").isEmpty() ? limit : quiet, limit);
    }

    private Run goOn(
            RunContext context, RunningCommand command, String text, boolean input, ToolCall call, Duration limit)
            throws ToolException {
        ShellCall.Kind key = KEYS.get(text);
        if (!text.isEmpty() && !input) {
            String refusal = "This command was not run: the one before has not ended. " + WAYS;
            return new Run("", refusal, "", ExecutionResult.HELD, /* held= */ false, null);
        }
        if (key == null && text.matches("C-[a-z]")) {
            throw new ToolException("the keys that can be sent are C-c and C-d");
        }
        ShellCall.Kind kind = text.isEmpty() ? ShellCall.Kind.WAIT : key == null ? ShellCall.Kind.INPUT : key;
        return told(context, command, shellCall(kind, kind == ShellCall.Kind.INPUT ? text : "", call, limit), limit);
    }

    private Run told(RunContext context, RunningCommand command, ShellCall call, Duration limit) throws ToolException {
        Execution execution = context.shell(call);
        RunningCommand sofar = command.printed(context, execution.result().output());
        if (!execution.result().held()) {
            running = null;
            return ended(context, sofar, execution, context.task().solutionLimit());
        }
        running = sofar;
        boolean timedOut = execution.result().wallTime().compareTo(limit) >= 0;
        String why = timedOut
                ? "It has not ended after " + SpokenDuration.of(limit)
                : "It has printed nothing new for " + SpokenDuration.of(call.quiet());
        return new Run(output(execution), why + ", and runs on. " + WAYS, "", ExecutionResult.HELD, true, null);
    }

    private Run ended(RunContext context, RunningCommand command, Execution execution, Duration limit)
            throws ToolException {
        Violation violation = execution.result().violation();
        return new Run(
                output(execution),
                violation == null ? "" : stopped(violation, limit),
                ShellCommand.directory(context.files()),
                violation == null ? execution.result().exitCode() : ExecutionResult.HELD,
                /* held= */ false,
                command.attempt(context, attempts, execution));
    }

    private static String output(Execution execution) {
        return execution.result().output().stripTrailing();
    }

    private static String stopped(Violation violation, Duration limit) {
        return violation == Violation.TIMEOUT
                ? "The program was stopped after " + SpokenDuration.of(limit) + "; nothing of it is left running."
                : "The program was stopped: it went beyond its limit of " + violation.words() + ".";
    }
}
