package dev.trimtab.controller.comparator;

import dev.trimtab.controller.portfolio.Representation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code recent-k}: the routes with the newest evidence stay, of two alike the one opened later; all others go for good, and
 * so do the oldest of those that stay while they do not fit.
 */
final class RecentK implements Rule {
    @Override
    public void apply(Draft draft) {
        List<Integer> newestFirst = IntStream.range(0, draft.size())
                .filter(i -> draft.held(i) != Representation.EXTINCT)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> draft.item(i).staleness())
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        for (int n = newestFirst.size() - 1; n >= 0; n--) {
            if (n >= draft.parameters.comparator().keep() || draft.tokens() > draft.budget) {
                draft.retire(newestFirst.get(n), Representation.EXTINCT);
            }
        }
    }
}
