package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy decided: how every hypothesis is to be held, and the decisions that lead there.
 *
 * @param policy the policy's name
 * @param representations how each hypothesis of the portfolio is to be held, by id, in the portfolio's order
 * @param decisions what to do, the most valuable first; carried out in order, no prefix occupies more than the budget,
 *     if the portfolio did not before; nor does it with the reserve, if any order of them does not
 * @param diagnostics what the plan says of the search
 */
public record ControlPlan(
        String policy, Map<String, Representation> representations, List<Decision> decisions, Diagnostics diagnostics) {

    /** Copies the collections in order. */
    public ControlPlan {
        representations = Collections.unmodifiableMap(new LinkedHashMap<>(representations));
        decisions = List.copyOf(decisions);
    }

    /** Returns the portfolio after the plan; a reset also makes its seed fresh. */
    public Portfolio applyTo(Portfolio portfolio) {
        Portfolio held = portfolio.heldAs(representations);
        return decision(Decision.Reset.class)
                .map(reset -> held.map(h -> reset.seed().contains(h.id())
                        ? h.toBuilder().staleness(0).build()
                        : h))
                .orElse(held);
    }

    /** Returns the first decision of that type, if there is one. */
    public <D extends Decision> Optional<D> decision(Class<D> type) {
        return decisions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
