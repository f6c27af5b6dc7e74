package dev.trimtab.controller.comparator;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;

/**
 * {@code substitution-first}: where tokens are short, first lets cheaper carriers from the archive take the place of dearer ones
 * of their family, then archives carriers whose family has another, and only then compresses and archives the rest (after law L6).
 */
final class SubstitutionFirst implements Rule {
    @Override
    public void apply(Draft draft) {
        int[] order = draft.worstFirst();
        for (int n = 0; n < order.length && draft.tokens() > draft.budget; n++) {
            substitute(draft, order[n], order);
        }
        for (int n = 0; n < order.length && draft.tokens() > draft.budget; n++) {
            if (draft.held(order[n]).isActive() && hasSibling(draft, order[n])) {
                draft.retire(order[n], Representation.SHADOW);
            }
        }
        for (int n = 0; n < order.length && draft.tokens() > draft.budget; n++) {
            draft.compress(order[n]);
        }
        for (int n = 0; n < order.length && draft.tokens() > draft.budget; n++) {
            draft.retire(order[n], Representation.SHADOW);
        }
        GreedySummarize.fit(draft);
    }

    /** The substitute must promise as much after its drift. */
    private static void substitute(Draft draft, int leaving, int[] order) {
        Hypothesis held = draft.item(leaving);
        int best = -1;
        for (int i : order) {
            Hypothesis other = draft.item(i);
            boolean fits = draft.held(i) == Representation.SHADOW
                    && other.family().equals(held.family())
                    && draft.promise(i) * (1 - other.drift()) >= draft.promise(leaving);
            if (fits
                    && (best < 0
                            || other.cost().full() < draft.item(best).cost().full())) {
                best = i;
            }
        }
        if (best >= 0) {
            draft.substitute(leaving, best, Representation.SHADOW);
        }
    }

    private static boolean hasSibling(Draft draft, int i) {
        for (int j = 0; j < draft.size(); j++) {
            if (j != i
                    && draft.held(j).isActive()
                    && draft.item(j).family().equals(draft.item(i).family())) {
                return true;
            }
        }
        return false;
    }
}
