package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Representation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How much of each item's text other items in full carry already: the share of its runs of five words that a newer item has. */
final class Overlap {
    private static final int RUN = 5;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Overlap() {}

    /**
     * Returns the overlap burden of each item held in full, in [0,1], by item id; of two items with the same words the older one carries the
     * burden.
     *
     * @param items the items, oldest first
     * @param held how each item is held; one that is not listed counts as full
     */
    static Map<String, Double> of(List<ContextItem> items, Map<String, Representation> held) {
        Map<String, Double> overlap = new HashMap<>();
        Set<Integer> carried = new HashSet<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            ContextItem item = items.get(i);
            if (held.getOrDefault(item.id(), Representation.FULL) != Representation.FULL) {
                continue;
            }
            int[] runs = runs(item.text());
            int shared = 0;
            for (int run : runs) {
                shared += carried.contains(run) ? 1 : 0;
            }
            overlap.put(item.id(), runs.length == 0 ? 0 : (double) shared / runs.length);
            for (int run : runs) {
                carried.add(run);
            }
        }
        return overlap;
    }

    private static int[] runs(String text) {
        String[] words = BLANKS.splitAsStream(text.strip()).toArray(String[]::new);
        int[] runs = new int[Math.max(0, words.length - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            int hash = 1;
            for (int j = i; j < i + RUN; j++) {
                hash = 31 * hash + words[j].hashCode();
            }
            runs[i] = hash;
        }
        return runs;
    }
}
