package dev.trimtab.controller.comparator;

import dev.trimtab.controller.portfolio.Representation;

/**
 * {@code greedy-summarize}: works on the most promising route; what does not fit is compressed, then let go for good, the
 * least promising first.
 */
final class GreedySummarize implements Rule {
    @Override
    public void apply(Draft draft) {
        fit(draft);
    }

    /** Compresses, then lets go for good, the least promising first, until what is left is within the budget. */
    static void fit(Draft draft) {
        int[] order = draft.worstFirst();
        for (int n = 0; n < order.length && draft.tokens() > draft.budget; n++) {
            draft.compress(order[n]);
        }
        for (int n = 0; n < order.length && draft.tokens() > draft.budget; n++) {
            draft.retire(order[n], Representation.EXTINCT);
        }
    }
}
