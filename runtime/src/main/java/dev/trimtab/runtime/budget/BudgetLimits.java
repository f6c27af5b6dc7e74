package dev.trimtab.runtime.budget;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may spend beside its steps, which its loop counts; null is no limit.
 *
 * @param tokens prompt and reply tokens together, at least 1
 * @param money US dollars, at least 0
 * @param wallTime from the start of the run, over 0
 */
public record BudgetLimits(
        @Nullable Long tokens,
        @Nullable Double money,
        @Nullable Duration wallTime) {
    /** No limit on anything. */
    public static final BudgetLimits NONE = new BudgetLimits(null, null, null);

    public BudgetLimits {
        if (tokens != null && tokens < 1) {
            throw new IllegalArgumentException("tokens must be >= 1 but was " + tokens);
        }
        if (money != null && !(money >= 0)) {
            throw new IllegalArgumentException("money must be >= 0 but was " + money);
        }
        if (wallTime != null && (wallTime.isNegative() || wallTime.isZero())) {
            throw new IllegalArgumentException("wall time must be > 0 but was " + wallTime);
        }
    }
}
