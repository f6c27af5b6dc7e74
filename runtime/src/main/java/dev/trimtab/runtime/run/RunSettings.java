package dev.trimtab.runtime.run;

import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.verify.VerificationPlan;

/**
 * What fixes the course of a run beside its agent, policy and models.
 *
 * @param seed keys every random stream
 * @param steps control steps: agent steps and verified candidates, at least 1
 * @param pursuit who decides what a step works on
 * @param verification when candidates are verified
 * @param configuration SHA-256 of the resolved configuration, for the log
 */
public record RunSettings(
        long seed, int steps, Pursuit.Mode pursuit, VerificationPlan verification, String configuration) {
    /** Checks the steps. */
    public RunSettings {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be >= 1 but was " + steps);
        }
    }
}
