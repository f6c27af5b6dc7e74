package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.HashMap;
import java.util.Map;

/**
 * What steps add to a session's hypotheses by nobody's decision, and whether the caller gives up what does not fit then.
 *
 * @param most tokens that a step added at most, new hypotheses included, at least 0
 * @param cuts whether active hypotheses were found to have gone that would not have fitted
 */
record Growth(int most, boolean cuts) {
    static final Growth NONE = new Growth(0, /* cuts= */ false);

    /**
     * Returns the tokens to keep free for what the next step adds, up to half of the budget. Where another decision follows and what is over the budget
     * lasts until then, that decision can answer it, and nothing is kept free.
     */
    int kept(int budget, int decisionsLeft) {
        return cuts || decisionsLeft <= 1 ? Math.min(most, budget / 2) : 0;
    }

    /**
     * Returns what is known after another line.
     *
     * @param expected the hypotheses as the last plan left them
     * @param found the hypotheses as the line has them
     */
    Growth after(Portfolio expected, Portfolio found, int budget) {
        Map<Family, Integer> renamed = renamed(expected, found);
        int added = 0;
        int tokens = 0;
        for (Hypothesis h : found.hypotheses()) {
            Hypothesis before = expected.find(h.id()).orElse(null);
            int known = before == null ? renamed.getOrDefault(h.family(), 0) : before.tokens();
            boolean asExpected = before == null || before.representation() == h.representation();
            added += asExpected ? Math.max(0, h.tokens() - known) : 0;
            tokens += h.tokens();
        }
        int lost = lost(expected, found);
        return new Growth(Math.max(most, added), cuts || (lost > 0 && tokens + lost > budget));
    }

    /** Returns the tokens of what is missing, by family: a route that was opened may be told under another name than its option's. */
    private static Map<Family, Integer> renamed(Portfolio expected, Portfolio found) {
        Map<Family, Integer> missing = new HashMap<>();
        for (Hypothesis h : expected.hypotheses()) {
            if (h.representation().isActive() && found.find(h.id()).isEmpty()) {
                missing.merge(h.family(), h.tokens(), Integer::sum);
            }
        }
        return missing;
    }

    /** Returns the tokens of what was active and is not any more, whatever came in its family. */
    private static int lost(Portfolio expected, Portfolio found) {
        int lost = 0;
        for (Hypothesis h : expected.hypotheses()) {
            Hypothesis now = found.find(h.id()).orElse(null);
            boolean gone = now == null
                    ? !hasNew(h.family(), expected, found)
                    : !now.representation().isActive();
            lost += h.representation().isActive() && gone ? h.tokens() : 0;
        }
        return lost;
    }

    private static boolean hasNew(Family family, Portfolio expected, Portfolio found) {
        return found.hypotheses().stream()
                .anyMatch(
                        h -> h.family().equals(family) && expected.find(h.id()).isEmpty());
    }
}
