package dev.trimtab.controller.comparator;

import dev.trimtab.controller.portfolio.Representation;

/** {@code greedy-single-route}: works on the most promising route and lets all others go for good. */
final class GreedySingleRoute implements Rule {
    @Override
    public void apply(Draft draft) {
        int route = -1;
        for (int i : draft.bestFirst()) {
            route = route < 0 && draft.mayWorkOn(i) ? i : route;
        }
        for (int i : draft.bestFirst()) {
            if (i != route) {
                draft.retire(i, Representation.EXTINCT);
            }
        }
    }
}
