package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Ranges;
import dev.trimtab.controller.portfolio.Representation;

/**
 * One way to hold one item.
 *
 * @param representation the way
 * @param tokens tokens that it occupies, at least 0
 * @param survival {@code u_i sigma_i} in [0,1]
 * @param legacy {@code t_i (lambda_i - chi_max)}: what it adds to the contamination constraint, in tokens of either sign
 * @param recovery tokens that the reserve must hold for {@code survival} to count; 0 unless it is a shadow
 */
public record PlanOption(Representation representation, int tokens, double survival, double legacy, int recovery) {
    /** Checks the ranges. */
    public PlanOption {
        Ranges.nonNegative("tokens", tokens);
        Ranges.unit("survival", survival);
        Ranges.nonNegative("recovery", recovery);
    }
}
