package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ShellCommand;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.attempt.ScriptAttempts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command that was begun, perhaps steps ago.
 *
 * @param text the command
 * @param plan the agent's words on what it tries
 * @param directory the directory that it began in
 * @param script the last program of the kernel's language that it names, as it was when it was first looked at; null for none
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
     * @param path as the command names it
     * @param code what it held
     */
    record Script(String path, String code) {}

    /** Returns a command that has not begun. */
    static RunningCommand of(RunContext context, String text, String plan) throws ToolException {
        return new RunningCommand(text, plan, ShellCommand.directory(context.files()), null, "");
    }

    /** Returns the command after it printed more; it may have written its program itself. */
    RunningCommand printed(RunContext context, String more) throws ToolException {
        return new RunningCommand(text, plan, directory, script == null ? script(context) : script, output + more);
    }

    /** Returns the attempt that the command was, now that it ended; null if none. */
    @Nullable Attempt attempt(RunContext context, ScriptAttempts attempts, Execution execution) {
        if (script != null) {
            return attempts.of(context, script.path(), script.code(), plan, execution, output);
        }
        return execution.submitted() ? attempts.of(context, "", text, plan, execution, output) : null;
    }

    /** Returns the last program that a command names after the language's own name and that is there. */
    private @Nullable Script script(RunContext context) throws ToolException {
        String file = context.kernel().solutionFile();
        String ending = file.substring(file.lastIndexOf('.'));
        Matcher named = Pattern.compile("\\b" + context.kernel().name() + "3?\\b[^;&|\\n]*?\\s([\\w./-]+"
                        + Pattern.quote(ending) + ")(?=\\s|$|[;&|)])")
                .matcher(text);
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
