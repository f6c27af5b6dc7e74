package dev.trimtab.runtime.model;

import dev.trimtab.runtime.budget.BudgetMeter;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the models of one run share.
 *
 * @param meter the run's budget
 * @param counter counts prompts
 * @param retries how failed calls are made again
 * @param sleeper waits between attempts
 * @param clock against which the server's dates are read
 * @param jitter draws the waits
 * @param listener hears of charges and waits
 */
public record ModelSession(
        BudgetMeter meter,
        TokenCounter counter,
        RetryPolicy retries,
        Sleeper sleeper,
        InstantSource clock,
        RandomGenerator jitter,
        ModelListener listener) {
    /** Returns a session with the default retry policy that really waits. */
    public static ModelSession of(
            BudgetMeter meter, TokenCounter counter, RandomGenerator jitter, ModelListener listener) {
        return new ModelSession(
                meter, counter, RetryPolicy.DEFAULT, Sleeper.REAL, InstantSource.system(), jitter, listener);
    }
}
