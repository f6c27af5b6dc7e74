package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.sandbox.Violation;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ShellCommand;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.attempt.ScriptAttempts;
import dev.trimtab.scaffolds.prompt.SpokenDuration;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the agent's commands, and finds the attempts among them: a command that runs a program of the kernel's language, or leaves a submission. */
final class ShellTool {
    private final Duration timeout;
    private final ScriptAttempts attempts;

    /**
     * What came of a command.
     *
     * @param observation what the agent is told
     * @param exitCode the exit code, -1 when it was stopped
     * @param attempt the attempt, or null when it was none
     */
    record Run(String observation, int exitCode, @Nullable Attempt attempt) {}

    /** The program that a command ran. */
    private record Script(String path, String code) {}

    ShellTool(Duration timeout, ScriptAttempts attempts) {
        this.timeout = timeout;
        this.attempts = attempts;
    }

    /**
     * Runs a command.
     *
     * @param plan the agent's words on what it tries
     * @throws ToolException if the call asks for what no command can give
     */
    Run run(RunContext context, ToolCall call, String plan) throws ToolException {
        String command = call.get("command");
        if (call.get("is_input").equals("true") || command.isBlank()) {
            throw new ToolException(
                    "no command is running that could take input; each runs to its end before you go on");
        }
        Duration asked = call.get("timeout").isEmpty()
                ? timeout
                : Duration.ofSeconds(
                        Math.max(1, Long.parseLong(call.get("timeout").strip())));
        Duration most = context.task().solutionLimit();
        Duration limit = asked.compareTo(most) < 0 ? asked : most;
        String before = ShellCommand.directory(context.files());
        Execution execution = context.shell(command, limit);
        boolean stopped = execution.result().violation() != null;
        int exitCode = stopped ? -1 : execution.result().exitCode();
        String output = execution.result().output().stripTrailing();
        String observation = output + (output.isEmpty() ? "" : "\n") + ending(context, execution, limit, exitCode);
        return new Run(observation, exitCode, attempt(context, command, before, plan, execution));
    }

    private static String ending(RunContext context, Execution execution, Duration limit, int exitCode)
            throws ToolException {
        Violation violation = execution.result().violation();
        String how = violation == Violation.TIMEOUT
                ? "The program was stopped after " + SpokenDuration.of(limit) + "; nothing of it is left running."
                : violation != null
                        ? "The program was stopped: it went beyond its limit of " + violation.words() + "."
                        : "";
        return (how.isEmpty() ? "" : "[" + how + "]\n") + "[Current working directory: "
                + ShellCommand.directory(context.files()) + "]\n[Command finished with exit code " + exitCode + "]";
    }

    private @Nullable Attempt attempt(
            RunContext context, String command, String before, String plan, Execution execution) throws ToolException {
        Script script = script(context, command, before);
        if (script != null) {
            return attempts.of(
                    context,
                    script.path(),
                    script.code(),
                    plan,
                    execution,
                    execution.result().output());
        }
        return execution.submitted()
                ? attempts.of(
                        context,
                        "",
                        command,
                        plan,
                        execution,
                        execution.result().output())
                : null;
    }

    /** Returns the last program that a command names after the language's own name and that is there. */
    private static @Nullable Script script(RunContext context, String command, String directory) throws ToolException {
        String file = context.kernel().solutionFile();
        String ending = file.substring(file.lastIndexOf('.'));
        Matcher named = Pattern.compile("\\b" + context.kernel().name() + "3?\\b[^;&|\\n]*?\\s([\\w./-]+"
                        + Pattern.quote(ending) + ")(?=\\s|$|[;&|)])")
                .matcher(command);
        AgentFiles files = context.files();
        Script found = null;
        while (named.find()) {
            String beside = directory + "/" + named.group(1);
            String path = there(files, beside) ? beside : named.group(1);
            found = there(files, path) ? new Script(named.group(1), files.read(path)) : found;
        }
        return found;
    }

    private static boolean there(AgentFiles files, String path) {
        try {
            return files.exists(path);
        } catch (ToolException outside) {
            return false;
        }
    }
}
