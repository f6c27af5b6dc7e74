package dev.trimtab.runtime.run;

import dev.trimtab.runtime.attempt.Attempt;

/**
 * What a step came to.
 *
 * @param attempt the solution it tried
 * @param finished whether the agent says that it is done
 */
public record StepResult(Attempt attempt, boolean finished) {}
