package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * A route that could be opened next.
 *
 * @param id what tells it from the other options
 * @param family the family it would belong to; null for one that the portfolio does not have yet and that nobody named
 * @param promise prior probability in [0,1] that its family is adequate and the route can realise it
 * @param tokens tokens that it will occupy in full once opened, at least 0
 * @param verificationLag control steps until strong evidence on it would arrive, at least 0
 */
public record BranchOption(String id, @Nullable Family family, double promise, int tokens, int verificationLag) {
    /** Checks the ranges. */
    public BranchOption {
        Ranges.unit("promise", promise);
        Ranges.nonNegative("tokens", tokens);
        Ranges.nonNegative("verificationLag", verificationLag);
    }
}
