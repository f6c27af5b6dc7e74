package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Attempt.Fault;
import dev.trimtab.runtime.attempt.Attempt.Stage;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.Streams;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.prompt.PrintedScore;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts, and makes attempts of the runs: one that fails, prints a score or leaves a submission is an attempt, made from the last attempt of
 * the same script or of the one that it was copied or edited from.
 */
final class ScriptRuns {
    private final Map<String, Attempt> lastOf = new HashMap<>();
    private final Map<String, String> scripts = new HashMap<>();

    /**
     * What a run came to.
     *
     * @param observation what the agent is told
     * @param attempt the attempt, or null for a run that only looks at something
     */
    record Run(String observation, @Nullable Attempt attempt) {}

    /** Takes note that a script was made out of another one. */
    void derived(String from, String to) {
        Attempt origin = lastOf.get(from);
        if (origin != null && !from.equals(to)) {
            lastOf.putIfAbsent(to, origin);
        }
    }

    /** Returns the script that an attempt was a run of, or null if there is no such attempt. */
    @Nullable String script(String attempt) {
        return scripts.get(attempt);
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
        Double score = PrintedScore.in(streams.out(), context.task().metric());
        boolean looksOnly = execution.error() == null && score == null && !execution.submitted();
        if (looksOnly) {
            return new Run(observation(execution, streams), null);
        }
        Attempt parent = lastOf.get(script);
        Stage stage = parent == null ? Stage.DRAFT : parent.buggy() ? Stage.DEBUG : Stage.IMPROVE;
        Fault fault = execution.error() != null ? Fault.EXCEPTION : execution.submitted() ? null : Fault.NO_SUBMISSION;
        Attempt attempt = new Attempt(
                "run-" + context.step(),
                parent == null ? null : parent.id(),
                context.step(),
                stage,
                plan,
                code,
                fault == null ? score : null,
                "",
                execution.error(),
                fault,
                execution.submitted(),
                null);
        lastOf.put(script, attempt);
        scripts.put(attempt.id(), script);
        return new Run(observation(execution, streams), attempt);
    }

    /** As in the original, a failed script shows its errors only, one that worked its output, or its errors where it has none. */
    private static String observation(Execution execution, Streams streams) {
        if (execution.result().violation() != null) {
            return streams.out().strip() + "\nThe program was stopped: it went beyond its limit of "
                    + execution.result().violation().words() + ".";
        }
        boolean out = execution.result().exitCode() == 0 && !streams.out().isBlank();
        return "The script has been executed. Here is what it printed:\n"
                + (out ? streams.out() : streams.err()).strip();
    }
}
