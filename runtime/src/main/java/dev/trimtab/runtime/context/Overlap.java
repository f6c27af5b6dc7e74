package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.BitSet;
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

    /** By text, the numbers of its runs. */
    private final Map<String, int[]> runs = new HashMap<>();
    /** By run, its number: a set of numbers takes a bit each, and is asked for every run of every item at every step. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /**
     * Returns the overlap burden of each item in [0,1], by item id; of one that is not held in full as if it came in full.
     *
     * @param view the items and what is known of them
     * @param held how each item is held; one that is not listed counts as full
     */
    Map<String, Double> of(ContextView view, Map<String, Representation> held) {
        Map<String, Double> overlap = new HashMap<>();
        BitSet carried = new BitSet(numbers.size());
        for (ContextItem item : inOrder(view)) {
            int[] own = runs.computeIfAbsent(item.text(), this::numbered);
            int shared = 0;
            for (int run : own) {
                shared += carried.get(run) ? 1 : 0;
            }
            overlap.put(item.id(), own.length == 0 ? 0 : (double) shared / own.length);
            if (held.getOrDefault(item.id(), Representation.FULL) == Representation.FULL) {
                for (int run : own) {
                    carried.set(run);
                }
            }
        }
        return overlap;
    }

    private int[] numbered(String text) {
        int[] own = Words.runs(text.strip(), RUN);
        for (int i = 0; i < own.length; i++) {
            own[i] = numbers.computeIfAbsent(own[i], run -> numbers.size());
        }
        return own;
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
