package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a search between two lines.
 *
 * @param state the state in which the next line finds it
 * @param budget tokens
 * @param pace how much of a plan is carried out
 * @param evidence all that was seen, in the caller's units
 * @param impressions the promises that were stated, as they were first and after work changed them
 * @param valueScale the caller's; null if it stated none
 * @param modeChange the caller's; null if it stated none
 */
record Session(
        PortfolioState state,
        int budget,
        DecideRequest.Pace pace,
        List<Evidence> evidence,
        List<Evidence> impressions,
        @Nullable Double valueScale,
        @Nullable Double modeChange) {
    Session {
        evidence = List.copyOf(evidence);
        impressions = List.copyOf(impressions);
    }

    /** Returns the search after a decision. */
    Session at(PortfolioState next) {
        return new Session(next, budget, pace, evidence, impressions, valueScale, modeChange);
    }
}
