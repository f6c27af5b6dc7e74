package dev.trimtab.runtime.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may spend; reaching any of it ends the run with its best solution.
 *
 * @param steps of the scaffold, at least 1
 * @param maxCost US dollars, over 0; null for no limit
 * @param maxTokens prompt and reply together, at least 1; null for no limit
 * @param maxTime wall time, over 0; null for no limit
 */
public record BudgetConfig(
        int steps,
        @Nullable Double maxCost,
        @Nullable Long maxTokens,
        @Nullable Duration maxTime) {
    public BudgetConfig {
        Ranges.atLeast("steps", steps, 1);
        if (maxCost != null && !(maxCost > 0)) {
            throw new IllegalArgumentException("max-cost must be > 0 but was " + maxCost);
        }
        if (maxTokens != null) {
            Ranges.atLeast("max-tokens", maxTokens, 1);
        }
        if (maxTime != null) {
            Ranges.positive("max-time", maxTime);
        }
    }
}
