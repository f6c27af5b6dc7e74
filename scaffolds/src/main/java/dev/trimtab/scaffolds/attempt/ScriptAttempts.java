package dev.trimtab.scaffolds.attempt;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Attempt.Fault;
import dev.trimtab.runtime.attempt.Attempt.Stage;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.scaffolds.prompt.PrintedScore;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes attempts of script runs: one that fails, prints a score or leaves a submission is an attempt, made from the last attempt of the same script
 * or of the one that it was copied or edited from.
 */
public final class ScriptAttempts {
    private final Map<String, Attempt> lastOf = new HashMap<>();
    private final Map<String, String> scripts = new HashMap<>();

    /** Takes note that a script was made out of another one. */
    public void derived(String from, String to) {
        Attempt origin = lastOf.get(from);
        if (origin != null && !from.equals(to)) {
            lastOf.putIfAbsent(to, origin);
        }
    }

    /** Returns the script that an attempt was a run of, or null if there is no such attempt. */
    public @Nullable String script(String attempt) {
        return scripts.get(attempt);
    }

    /**
     * Returns the attempt that a run was, or null for one that only looked at something.
     *
     * @param script the script's path, empty for a program without a file, which is made from no other
     * @param code what it holds, empty where that is not known
     * @param plan the agent's words on what it tries
     * @param execution what came of it
     * @param output where its score is looked for
     */
    public @Nullable Attempt of(
            RunContext context, String script, String code, String plan, Execution execution, String output) {
        Double score = PrintedScore.in(output, context.task().metric());
        if (execution.error() == null && score == null && !execution.submitted()) {
            return null;
        }
        Attempt parent = script.isEmpty() ? null : lastOf.get(script);
        Stage stage = parent == null ? Stage.DRAFT : parent.buggy() ? Stage.DEBUG : Stage.IMPROVE;
        Fault missing = execution.submitted() ? null : Fault.NO_SUBMISSION;
        Fault fault = execution.error() != null ? Fault.EXCEPTION : missing;
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
        if (!script.isEmpty()) {
            lastOf.put(script, attempt);
            scripts.put(attempt.id(), script);
        }
        return attempt;
    }
}
