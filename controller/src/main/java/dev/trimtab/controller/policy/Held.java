package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Representation;
import java.util.List;

/**
 * A way to hold all hypotheses, with what the laws say of it.
 *
 * @param representations by the portfolio's order
 * @param tokens that they occupy
 * @param reserve kept free
 * @param adequacy given V, in [0,1]
 * @param bound no plan within the same budget and limit has more, given V
 * @param price adequacy given V for one more token
 * @param chi contamination in [0,1]
 * @param fresh whether it is what a reset leaves, so that nothing in it is stale
 * @param fits whether it is within budget and every action that it needs is available
 */
record Held(
        List<Representation> representations,
        int tokens,
        int reserve,
        double adequacy,
        double bound,
        double price,
        double chi,
        boolean fresh,
        boolean fits) {

    /**
     * Returns a way to hold the situation's hypotheses with every shadow counted on that the budget can reopen, whether or not there is room for
     * that now: losses are counted between two of these.
     */
    static Held counted(Situation situation, Representation[] held, boolean fresh) {
        int tokens = situation.tokens(held);
        int reserve = situation.reserveUsed(held, situation.budget);
        return of(situation, held, reserve, /* bound= */ 1, /* price= */ 0, fresh, tokens <= situation.budget);
    }

    static Held of(
            Situation situation,
            Representation[] held,
            int reserve,
            double bound,
            double price,
            boolean fresh,
            boolean fits) {
        double adequacy = situation.belief.conditionalAdequacy(situation.survivals(held, reserve));
        return new Held(
                List.of(held),
                situation.tokens(held),
                reserve,
                adequacy,
                Math.max(adequacy, Math.min(1, bound)),
                price,
                situation.contamination(held, fresh),
                fresh,
                fits);
    }

    /** Whether nothing is in the context, so that nothing can be worked on. */
    boolean isIdle() {
        return representations.stream().noneMatch(Representation::isActive);
    }

    int occupied() {
        return tokens + reserve;
    }
}
