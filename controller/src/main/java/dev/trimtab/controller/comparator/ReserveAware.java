package dev.trimtab.controller.comparator;

import dev.trimtab.controller.portfolio.Representation;

/**
 * {@code reserve-aware}: keeps a share of the budget free to reopen one archived route; what the rest does not hold is
 * compressed, then archived, the least promising first.
 */
final class ReserveAware implements Rule {
    @Override
    public void apply(Draft draft) {
        int reserve = (int) (draft.parameters.comparator().reserveShare() * draft.budget);
        int[] order = draft.worstFirst();
        for (int n = 0; n < order.length && draft.tokens() > draft.budget - reserve; n++) {
            draft.compress(order[n]);
        }
        for (int n = 0; n < order.length && draft.tokens() > draft.budget - reserve; n++) {
            draft.retire(order[n], Representation.SHADOW);
        }
        GreedySummarize.fit(draft);
    }
}
