package dev.trimtab.controller.comparator;

import dev.trimtab.controller.portfolio.Representation;

/** {@code keep-all}: everything stays as it is; what does not fit goes for good, the oldest first. */
final class KeepAll implements Rule {
    @Override
    public void apply(Draft draft) {
        for (int i = 0; i < draft.size() && draft.tokens() > draft.budget; i++) {
            draft.retire(i, Representation.EXTINCT);
        }
    }
}
