package dev.trimtab.runtime.run;

import dev.trimtab.runtime.attempt.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * What a step came to.
 *
 * @param did what was done, in a few words, such as {@code draft} or a tool's name
 * @param attempt the solution it tried, or null when it tried none
 * @param extraSteps control steps that it costs beside its own, at least 0
 * @param end why the agent stops here, such as {@value #FINISHED}, or null to go on
 */
public record StepResult(
        String did,
        @Nullable Attempt attempt,
        int extraSteps,
        @Nullable String end) {
    /** The agent says that it is done. */
    public static final String FINISHED = "finished";

    /** Checks the steps. */
    public StepResult {
        if (extraSteps < 0) {
            throw new IllegalArgumentException("extraSteps must be >= 0 but was " + extraSteps);
        }
    }

    /** Returns the result of a step after which the agent goes on. */
    public static StepResult of(String did, @Nullable Attempt attempt) {
        return new StepResult(did, attempt, 0, null);
    }
}
