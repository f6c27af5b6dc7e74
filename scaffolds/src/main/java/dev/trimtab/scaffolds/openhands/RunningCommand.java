package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.ShellCommand;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.attempt.ScriptAttempts;
import org.jspecify.annotations.Nullable;

/**
 * A command that was begun, perhaps steps ago.
 *
 * @param text the command
 * @param plan the agent's words on what it tries
 * @param directory the directory that it began in
 * @param script the last program of the kernel's language that it runs, as it was when it was first looked at; null for none
 * @param output what it printed so far
 */
record RunningCommand(
        String text,
        String plan,
        String directory,
        @Nullable Script script,
        String output) {
    /**
     * A program that a command ran.
     *
     * @param path as the command names it, empty for one that is part of the command
     * @param code what it held
     */
    record Script(String path, String code) {}

    /** Returns a command that has not begun. */
    static RunningCommand of(RunContext context, String text, String plan) throws ToolException {
        return new RunningCommand(text, plan, ShellCommand.directory(context.files()), null, "");
    }

    /** Returns the command after it printed more; it may have written its program itself. */
    RunningCommand printed(RunContext context, String more) throws ToolException {
        return new RunningCommand(
                text,
                plan,
                directory,
                script == null ? new ProgramSearch(context, directory).last(text) : script,
                output + more);
    }

    /** Returns the attempt that the command was, now that it ended; null if none. */
    @Nullable Attempt attempt(RunContext context, ScriptAttempts attempts, Execution execution) {
        if (script != null) {
            return attempts.of(context, script.path(), script.code(), plan, execution, output);
        }
        return execution.submitted() ? attempts.of(context, "", /* code= */ "", plan, execution, output) : null;
    }
}
