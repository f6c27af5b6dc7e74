package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.List;
import java.util.Map;

/**
 * What to plan.
 *
 * @param items the hypotheses
 * @param families {@code q_f} in [0,1] of each family, independent of each other
 * @param budget tokens that representations and reserve may take together, at least 0
 * @param limitLegacy whether the options' {@code legacy} must not add up to more than 0 (law L1)
 * @param reopenAll whether the reserve holds the recovery costs of all shadows instead of the largest one
 */
public record PlanProblem(
        List<PlanItem> items, Map<Family, Double> families, int budget, boolean limitLegacy, boolean reopenAll) {
    /** Copies the collections. */
    public PlanProblem {
        items = List.copyOf(items);
        families = Map.copyOf(families);
        Ranges.nonNegative("budget", budget);
    }

    /** Returns the same problem with another budget and limit. */
    public PlanProblem within(int tokens, boolean limit) {
        return new PlanProblem(items, families, tokens, limit, reopenAll);
    }

    /** Returns the same problem with another budget. */
    public PlanProblem within(int tokens) {
        return new PlanProblem(items, families, tokens, limitLegacy, reopenAll);
    }
}
