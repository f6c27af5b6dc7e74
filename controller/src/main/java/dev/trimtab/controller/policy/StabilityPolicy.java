package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.TokenBudget;

/**
 * A rule that says how each hypothesis is held and what is done next.
 *
 * <p>Implementations are pure, deterministic and total: the same state and budget always give the same plan, nothing
 * outside the arguments is read, and a plan always exists. No plan occupies more than the budget, counting the tokens
 * of every representation, the handles of shadows and the reserve kept for reopening them; for callers that offer {@link
 * Action#EXPAND} the reserve may be lent.
 */
public interface StabilityPolicy {
    /** Returns the name under which configurations choose it, such as {@code portfolio}. */
    String name();

    /** Returns what to do in this state within this budget. */
    ControlPlan decide(PortfolioState state, TokenBudget budget);
}
