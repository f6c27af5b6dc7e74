package dev.trimtab.runtime.context;

import dev.trimtab.runtime.config.DropOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Shows items in full, newest first, until the budget is used up; where not even the first fits, that one cut.
 *
 * <p>With all items this is {@code keep-all}; with the newest {@code k} it is {@code recent-k}; with only working attempts it is AIDE's
 * native memory, {@code aide-journal}.
 */
final class RecencyPolicy implements ContextPolicy {
    private final int newest;
    private final Predicate<ContextItem> admitted;
    private final DropOrder drop;

    private RecencyPolicy(int newest, Predicate<ContextItem> admitted, DropOrder drop) {
        this.newest = newest;
        this.admitted = admitted;
        this.drop = drop;
    }

    /** Everything, dropping the oldest first. */
    static RecencyPolicy keepAll() {
        return new RecencyPolicy(Integer.MAX_VALUE, item -> true, DropOrder.OLDEST);
    }

    /**
     * Only the newest items.
     *
     * @param k how many, at least 1
     */
    static RecencyPolicy recentK(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be >= 1 but was " + k);
        }
        return new RecencyPolicy(k, item -> true, DropOrder.OLDEST);
    }

    /** AIDE's memory: every attempt that works, in the order in which they were made; under a budget the oldest or the worst go first. */
    static RecencyPolicy aideJournal(DropOrder drop) {
        return new RecencyPolicy(
                Integer.MAX_VALUE,
                item -> item.attempt() == null || !item.attempt().buggy(),
                drop);
    }

    @Override
    public ContextPlan plan(ContextView view) {
        List<ContextItem> candidates = view.items().stream().filter(admitted).toList();
        List<ContextItem> kept = candidates.subList(Math.max(0, candidates.size() - newest), candidates.size());
        BudgetFill fill = new BudgetFill(view);
        List<ContextItem> priority =
                new ArrayList<>(drop == DropOrder.WORST ? view.search().bestFirst(kept) : kept);
        if (drop == DropOrder.OLDEST) {
            Collections.reverse(priority);
        }
        fill.offerInOrder(priority);
        return ContextPlan.of(fill.taken(), BudgetFill.wanted(view, kept));
    }
}
