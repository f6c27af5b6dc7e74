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
 * @param grown the most tokens that hypotheses have grown by, new ones included, from one line to the next
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
        int grown,
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

    /**
     * Returns what a plan may take. A caller of one decision a step cannot answer what a step adds with more than one, so that as much as a step has added at
     * most stays free, up to half of the budget.
     */
    TokenBudget room() {
        return new TokenBudget(pace == DecideRequest.Pace.ONE ? budget - Math.min(grown, budget / 2) : budget);
    }

    /** Returns the search after a decision. */
    Session at(PortfolioState next) {
        return new Session(next, budget, grown, pace, paceSaid, evidence, impressions, valueScale, modeChange);
    }
}
