package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Family;
import java.util.List;

/**
 * One hypothesis as the planner sees it.
 *
 * @param id the hypothesis's id
 * @param family its family
 * @param options the ways to hold it, at least one; one of them is chosen
 */
public record PlanItem(String id, Family family, List<PlanOption> options) {
    /** Copies the options. */
    public PlanItem {
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("item '" + id + "' has no option");
        }
    }
}
