package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Representation;
import java.util.List;

/**
 * One signature line for every attempt, newest last; the rest of the budget goes to the best and the newest attempts in full.
 *
 * <p>The strongest simple baseline ({@code ledger}): no law in it. Where even the lines do not fit, the oldest go first.
 */
final class LedgerPolicy implements ContextPolicy {
    private final SignatureLine line;

    LedgerPolicy(SignatureLine line) {
        this.line = line;
    }

    @Override
    public ContextPlan plan(ContextView view) {
        BudgetFill fill = new BudgetFill(view);
        List<ContextItem> items = view.items();
        for (int i = items.size() - 1; i >= 0; i--) {
            ContextItem item = items.get(i);
            String text = line.of(view.search(), item);
            if (!fill.offer(item, Representation.COMPRESSED, text)) {
                break;
            }
        }
        List<ContextItem> best = view.search().bestFirst(items);
        int newest = items.size() - 1;
        for (int i = 0; i < items.size(); i++) {
            if (i < best.size()) {
                fill.offerFull(best.get(i));
            }
            fill.offerFull(items.get(newest - i));
        }
        return ContextPlan.of(fill.taken(), BudgetFill.wanted(view, items));
    }
}
