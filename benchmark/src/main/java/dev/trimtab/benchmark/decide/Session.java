package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a search between two lines.
 *
 * @param state the state in which the next line finds it
 * @param budget tokens
 * @param growth what steps add by nobody's decision
 * @param pace how much of a plan is carried out
 * @param paceSaid whether the caller said so, or it is a guess
 * @param evidence all that was seen, in the caller's units
 * @param impressions the promises that were stated, as they were first and after work changed them
 * @param valueScale the caller's; null if it stated none
 * @param modeChange the caller's; null if it stated none
 */
record Session(
        PortfolioState state,
        int budget,
        Growth growth,
        DecideRequest.Pace pace,
        boolean paceSaid,
        List<Evidence> evidence,
        List<Evidence> impressions,
        @Nullable Double valueScale,
        @Nullable Double modeChange) {
    Session {
        evidence = List.copyOf(evidence);
        impressions = List.copyOf(impressions);
    }

    /** Returns what a plan may take: what a step adds must fit beside it where only one decision answers it, and too late. */
    TokenBudget room() {
        boolean one = pace == DecideRequest.Pace.ONE;
        return new TokenBudget(one ? budget - growth.kept(budget, state.decisionsLeft()) : budget);
    }

    /** Returns the search after a decision. */
    Session at(PortfolioState next) {
        return new Session(next, budget, growth, pace, paceSaid, evidence, impressions, valueScale, modeChange);
    }
}
