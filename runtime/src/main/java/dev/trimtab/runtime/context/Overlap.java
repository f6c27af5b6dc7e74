package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of each item's text other items in full carry already: the share of its runs of five words that one before it has.
 *
 * <p>Of two items with the same words one bears the burden: the worse attempt, and of two without a score the older one. Keeps the runs of each
 * text from step to step; not thread-safe.
 */
final class Overlap {
    private static final int RUN = 5;

    /** By text. */
    private final Map<String, int[]> runs = new HashMap<>();

    /**
     * Returns the overlap burden of each item in [0,1], by item id; of one that is not held in full as if it came in full.
     *
     * @param view the items and what is known of them
     * @param held how each item is held; one that is not listed counts as full
     */
    Map<String, Double> of(ContextView view, Map<String, Representation> held) {
        Map<String, Double> overlap = new HashMap<>();
        Set<Integer> carried = new HashSet<>();
        for (ContextItem item : inOrder(view)) {
            int[] own = runs.computeIfAbsent(item.text(), text -> Words.runs(text.strip(), RUN));
            int shared = 0;
            for (int run : own) {
                shared += carried.contains(run) ? 1 : 0;
            }
            overlap.put(item.id(), own.length == 0 ? 0 : (double) shared / own.length);
            if (held.getOrDefault(item.id(), Representation.FULL) == Representation.FULL) {
                for (int run : own) {
                    carried.add(run);
                }
            }
        }
        return overlap;
    }

    private static List<ContextItem> inOrder(ContextView view) {
        List<ContextItem> order = new ArrayList<>(view.search().bestFirst(view.items()));
        Set<String> scored = new HashSet<>();
        order.forEach(item -> scored.add(item.id()));
        for (int i = view.items().size() - 1; i >= 0; i--) {
            ContextItem item = view.items().get(i);
            if (!scored.contains(item.id())) {
                order.add(item);
            }
        }
        return order;
    }
}
