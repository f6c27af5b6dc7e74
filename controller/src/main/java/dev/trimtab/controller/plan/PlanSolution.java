package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Representation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The planner's answer.
 *
 * @param feasible whether some choice of options keeps the budget and the legacy limit; if not, the choice is the one of
 *     the fewest tokens
 * @param representations the option chosen for each item, by id, in order
 * @param tokens tokens that the options occupy
 * @param reserve tokens kept free for reopening ({@code Q})
 * @param legacy what the options add to the contamination constraint, in tokens of either sign
 * @param adequacy adequacy in [0,1] of the choice, not conditioned on {@code V}
 * @param bound no choice within the budget and the limit has a higher adequacy
 * @param price adequacy gained by one more token at the relaxation's optimum ({@code pi}), at least 0
 */
public record PlanSolution(
        boolean feasible,
        Map<String, Representation> representations,
        int tokens,
        int reserve,
        double legacy,
        double adequacy,
        double bound,
        double price) {
    /** Copies the choice in order. */
    public PlanSolution {
        representations = Collections.unmodifiableMap(new LinkedHashMap<>(representations));
    }

    /** Returns the same choice as another belief sees it. */
    public PlanSolution under(double otherAdequacy, double otherBound, double otherPrice) {
        return new PlanSolution(
                feasible, representations, tokens, reserve, legacy, otherAdequacy, otherBound, otherPrice);
    }
}
