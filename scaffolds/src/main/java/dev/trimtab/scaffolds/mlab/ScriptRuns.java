package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.Streams;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.attempt.ScriptAttempts;
import org.jspecify.annotations.Nullable;

/** Runs scripts where they lie. */
final class ScriptRuns {
    private final ScriptAttempts attempts;

    /**
     * What a run came to.
     *
     * @param observation what the agent is told
     * @param attempt the attempt, or null for a run that only looks at something
     */
    record Run(String observation, @Nullable Attempt attempt) {}

    ScriptRuns(ScriptAttempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Runs a script.
     *
     * @param plan the agent's words on what it tries
     * @throws ToolException if there is no such script
     */
    Run run(RunContext context, String script, String plan) throws ToolException {
        String code = context.files().read(script);
        Execution execution = context.runScript(script);
        Streams streams = Streams.of(execution.result().output());
        return new Run(
                observation(execution, streams), attempts.of(context, script, code, plan, execution, streams.out()));
    }

    /**
     * As in the original, a failed script shows its errors only, one that worked its output, or its errors where it has none. Where the sandbox cut
     * so much that the two cannot be told apart, all that is left is shown.
     */
    static String observation(Execution execution, Streams streams) {
        if (execution.result().violation() != null) {
            return streams.out().strip() + "\nThe program was stopped: it went beyond its limit of "
                    + execution.result().violation().words() + ".";
        }
        boolean worked = execution.result().exitCode() == 0 && !streams.out().isBlank();
        boolean untold = execution.result().truncated() && streams.err().isBlank();
        return "The script has been executed. Here is what it printed:\n"
                + (worked || untold ? streams.out() : streams.err()).strip();
    }
}
