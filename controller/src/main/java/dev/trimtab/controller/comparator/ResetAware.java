package dev.trimtab.controller.comparator;

import dev.trimtab.controller.portfolio.Representation;

/**
 * {@code reset-aware}: as {@code greedy-summarize}, but once contamination reaches a fixed threshold it starts anew from the most
 * promising routes, unless reading them again would leave contamination there.
 */
final class ResetAware implements Rule {
    @Override
    public void apply(Draft draft) {
        double resetAt = draft.parameters.comparator().resetAt();
        if (draft.contamination(/* fresh= */ false) >= resetAt
                && draft.contamination(/* fresh= */ true) < resetAt
                && draft.reset()) {
            int[] order = draft.bestFirst();
            for (int n = draft.parameters.comparator().keep(); n < order.length; n++) {
                draft.retire(order[n], Representation.EXTINCT);
            }
        }
        GreedySummarize.fit(draft);
    }
}
