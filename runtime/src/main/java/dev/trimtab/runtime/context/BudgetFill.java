package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Fills a budget with items in order of priority; each item may be offered again in a fuller form, which then replaces the earlier one. */
final class BudgetFill {
    private final ContextView view;
    private final Map<String, ContextPlan.Shown> chosen = new HashMap<>();
    private int left;

    BudgetFill(ContextView view) {
        this.view = view;
        this.left = view.budget();
    }

    /** Takes the item in this form if it fits; returns whether it did. */
    boolean offer(ContextItem item, Representation representation, String text) {
        return offer(item, shown(view, item, representation, text));
    }

    /** Takes the item without its observations if that fits; returns whether it did. */
    boolean offerMasked(ContextItem item, String mask) {
        ContextItem masked = item.masked(mask);
        ContextPlan.Shown text = shown(view, masked, Representation.COMPRESSED, masked.text());
        return offer(
                item,
                new ContextPlan.Shown(item, Representation.COMPRESSED, text.text(), text.tokens(), masked.turns()));
    }

    private boolean offer(ContextItem item, ContextPlan.Shown shown) {
        ContextPlan.Shown before = chosen.get(item.id());
        int extra = shown.tokens() - (before == null ? 0 : before.tokens());
        if (extra > left) {
            return false;
        }
        chosen.put(item.id(), shown);
        left -= extra;
        return true;
    }

    /** Takes the item in full if it fits; returns whether it did. */
    boolean offerFull(ContextItem item) {
        return offer(item, Representation.FULL, item.text());
    }

    /**
     * Takes items one after the other until one does not fit; where that is the first, cut to what is left.
     *
     * @param items in order of priority
     * @param masked those that are taken without their observations
     * @param mask what stands for these
     */
    void offerInOrder(List<ContextItem> items, Predicate<ContextItem> masked, String mask) {
        for (ContextItem item : items) {
            boolean fits = masked.test(item) ? offerMasked(item, mask) : offerFull(item);
            if (!fits) {
                if (item.equals(items.get(0))) {
                    offerCut(item, left);
                }
                return;
            }
        }
    }

    /** Takes items in full, one after the other, until one does not fit; where that is the first, cut to what is left. */
    void offerInOrder(List<ContextItem> items) {
        offerInOrder(items, item -> false, "");
    }

    /** Takes head and tail of the item in so many tokens. */
    void offerCut(ContextItem item, int tokens) {
        offer(
                item,
                Representation.COMPRESSED,
                HeadTail.cut(item.text(), tokens, text -> view.tokens().ofBlock(text)));
    }

    /** Returns the tokens that are left, at least 0. */
    int left() {
        return left;
    }

    /** Returns what was taken, oldest first. */
    List<ContextPlan.Shown> taken() {
        List<ContextPlan.Shown> shown = new ArrayList<>();
        for (ContextItem item : view.items()) {
            ContextPlan.Shown taken = chosen.get(item.id());
            if (taken != null) {
                shown.add(taken);
            }
        }
        return shown;
    }

    static ContextPlan.Shown shown(ContextView view, ContextItem item, Representation representation, String text) {
        List<Turn> turns = representation == Representation.FULL ? item.turns() : List.of();
        return new ContextPlan.Shown(item, representation, text, tokens(view, text), turns);
    }

    /** Returns the tokens that the items take in full. */
    static int wanted(ContextView view, List<ContextItem> items) {
        return items.stream().mapToInt(i -> tokens(view, i.text())).sum();
    }

    /** Returns the tokens that a text and the blank line after it take. */
    static int tokens(ContextView view, String text) {
        return view.tokens().ofBlock(text);
    }
}
