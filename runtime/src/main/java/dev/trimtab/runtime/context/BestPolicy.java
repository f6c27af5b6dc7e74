package dev.trimtab.runtime.context;

import java.util.List;

/** Shows the best attempts by their own score in full, best first, until {@code k} are shown or the budget is used up: {@code best-k}. */
final class BestPolicy implements ContextPolicy {
    private final int k;

    /** @param k how many attempts at most, at least 1 */
    BestPolicy(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be >= 1 but was " + k);
        }
        this.k = k;
    }

    @Override
    public ContextPlan plan(ContextView view) {
        List<ContextItem> best =
                view.search().bestFirst(view.items()).stream().limit(k).toList();
        BudgetFill fill = new BudgetFill(view);
        for (ContextItem item : best) {
            fill.offerFull(item);
        }
        return ContextPlan.of(fill.taken(), BudgetFill.wanted(view, best));
    }
}
