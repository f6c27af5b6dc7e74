package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Quantity;

/**
 * What the caller knows of how a decision reads the context (law L1), in units of promise.
 *
 * @param live {@code Delta}: what live evidence says for the adequate family over its decoy, above 0
 * @param legacy {@code Gamma}: what legacy says for the decoy over the adequate family, of either sign
 * @param noise {@code sigma_epsilon}: standard deviation of one score's reading error, at least 0
 */
public record ScoreGaps(Quantity live, Quantity legacy, Quantity noise) {
    /** Checks the ranges. */
    public ScoreGaps {
        if (!(live.value() > 0)) {
            throw new IllegalArgumentException("live gap must be > 0 but was " + live.value());
        }
        if (!Double.isFinite(legacy.value())) {
            throw new IllegalArgumentException("legacy gap must be finite but was " + legacy.value());
        }
        if (!(noise.value() >= 0)) {
            throw new IllegalArgumentException("noise must be >= 0 but was " + noise.value());
        }
    }
}
