package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.attempt.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision.
 *
 * @param observation what came of it in full; for words alone the answer that was given
 * @param failed whether it came to an error
 * @param run what the shell ran, or null for another tool
 */
record Outcome(String observation, boolean failed, ShellTool.@Nullable Run run) {
    /** Returns what came of a tool other than the shell. */
    static Outcome of(String observation) {
        return new Outcome(observation, /* failed= */ false, null);
    }

    /** Returns what came of a command. */
    static Outcome of(ShellTool.Run run) {
        return new Outcome(run.observation(), /* failed= */ false, run);
    }

    /** Returns an error. */
    static Outcome failure(String message) {
        return new Outcome("ERROR: " + message, /* failed= */ true, null);
    }

    /** Returns it with more words at the observation's end. */
    Outcome and(String more) {
        return new Outcome(observation + "\n" + more, failed, run);
    }

    /** Returns the attempt that it was, or null when it was none. */
    @Nullable Attempt attempt() {
        return run == null ? null : run.attempt();
    }
}
