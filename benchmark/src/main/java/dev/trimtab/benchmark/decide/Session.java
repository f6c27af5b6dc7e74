package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityController;
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
 * @param stepAdds the caller's number of tokens that a step adds; null if it stated none
 * @param recordWork what the caller said that work on a record takes; null if it said nothing
 * @param unlisted steps that passed since the hypotheses were listed last, at least 0
 * @param pace how much of a plan is carried out
 * @param paceSaid whether the caller said so, or it is a guess
 * @param pursued the hypothesis that the last plan worked on, as far as it is carried out; null if none
 * @param resets what is known of how resets leave the hypotheses
 * @param losses what was seen of hypotheses that were lost by nobody's decision
 * @param evidence all that was seen, in the caller's units
 * @param impressions the promises that were stated, as they were first and after work changed them
 * @param valueScale the caller's; null if it stated none
 * @param modeChange the caller's; null if it stated none
 */
record Session(
        PortfolioState state,
        int budget,
        Growth growth,
        @Nullable Integer stepAdds,
        DecideRequest.@Nullable RecordsWorked recordWork,
        int unlisted,
        DecideRequest.Pace pace,
        boolean paceSaid,
        @Nullable String pursued,
        Resets resets,
        Losses losses,
        List<Evidence> evidence,
        List<Evidence> impressions,
        @Nullable Double valueScale,
        @Nullable Double modeChange) {
    Session {
        evidence = List.copyOf(evidence);
        impressions = List.copyOf(impressions);
    }

    /**
     * Returns what a plan may take: what a step adds must fit beside it where only one decision answers it, and too late. Where success asks for work,
     * a decision that makes room makes it for all that are left, so that no other has to. Up to half of the budget is kept free so.
     */
    TokenBudget room() {
        int left = state.decisionsLeft();
        if (pace != DecideRequest.Pace.ONE || growth.canWait(left)) {
            return new TokenBudget(budget);
        }
        long step = stepAdds != null ? stepAdds : growth.expected();
        boolean full = step + Growth.tokens(state.portfolio()) > budget;
        boolean once = full && state.demand().needed() > 0;
        int kept = (int) Math.min(budget / 2, step * (once ? Math.max(1, left) : 1));
        return new TokenBudget(budget - kept, kept);
    }

    /** Returns the search after a decision. */
    Session after(StabilityController.Turn turn) {
        String pursues = turn.plan().decisions().stream()
                .limit(pace == DecideRequest.Pace.ONE ? 1 : Long.MAX_VALUE)
                .filter(Decision.Pursue.class::isInstance)
                .map(decision -> ((Decision.Pursue) decision).hypothesis())
                .findFirst()
                .orElse(null);
        boolean reset = pace == DecideRequest.Pace.ONE
                && turn.plan().decisions().stream().limit(1).anyMatch(Decision.Reset.class::isInstance);
        return new Session(
                turn.next(),
                budget,
                growth,
                stepAdds,
                recordWork,
                unlisted,
                pace,
                paceSaid,
                pursues,
                reset ? Resets.TRIED : resets,
                losses.before(turn.plan().decisions(), /* alsoLast= */ unlisted > 0),
                evidence,
                impressions,
                valueScale,
                modeChange);
    }
}
