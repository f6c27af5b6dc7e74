package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.HashMap;
import java.util.Map;

/**
 * What steps add to a session's hypotheses by nobody's decision, and what becomes of what does not fit then.
 *
 * @param swollen tokens that hypotheses grew by at most in a step, at least 0
 * @param come tokens of the new hypotheses of a step at most, at least 0
 * @param steps the steps seen, at least 0
 * @param arrivals the steps in which a hypothesis was new, at most {@code steps}
 * @param cuts whether active hypotheses were found to have gone that would not have fitted
 * @param lasts whether more than the budget was found held, so that a later decision can still answer it, as far as is known
 */
record Growth(int swollen, int come, int steps, int arrivals, boolean cuts, boolean lasts) {
    /** Returns what is known after a session's first line. */
    static Growth first(Portfolio found, int budget) {
        return new Growth(0, 0, 0, 0, /* cuts= */ false, tokens(found) > budget);
    }

    /** Returns the tokens that the next step may add: new hypotheses are expected where half of the steps or more brought some. */
    int expected() {
        return swollen + (2 * arrivals >= steps ? come : 0);
    }

    /** Returns whether steps were seen and nothing that was held grew in any. */
    boolean none() {
        return steps > 0 && swollen == 0;
    }

    /** Returns whether another decision can answer what a step adds: one follows, more than the budget was found held, and nothing has gone for it. */
    boolean canWait(int decisionsLeft) {
        return lasts && !cuts && decisionsLeft > 1;
    }

    static int tokens(Portfolio portfolio) {
        return portfolio.hypotheses().stream().mapToInt(Hypothesis::tokens).sum();
    }

    /**
     * Returns what is known after another line that lists the hypotheses. What several steps added is taken to have come evenly, but each new hypothesis in
     * one.
     *
     * @param expected the hypotheses as the last plan left them
     * @param found the hypotheses as the line has them
     * @param passed steps since they were listed before, at least 1
     */
    Growth after(Portfolio expected, Portfolio found, int budget, int passed) {
        Map<Family, Integer> renamed = renamed(expected, found);
        int grew = 0;
        int came = 0;
        int newcomers = 0;
        for (Hypothesis h : found.hypotheses()) {
            Hypothesis before = expected.find(h.id()).orElse(null);
            int known = before == null ? renamed.getOrDefault(h.family(), 0) : before.tokens();
            boolean asExpected = before == null || before.representation() == h.representation();
            int more = asExpected ? Math.max(0, h.tokens() - known) : 0;
            boolean fresh = before == null && !renamed.containsKey(h.family());
            grew += fresh ? 0 : more;
            came += fresh ? more : 0;
            newcomers += fresh && more > 0 ? 1 : 0;
        }
        int tokens = tokens(found);
        int lost = lost(expected, found);
        int arrived = Math.min(passed, newcomers);
        return new Growth(
                Math.max(swollen, perStep(grew, passed)),
                Math.max(come, perStep(came, Math.max(1, arrived))),
                steps + passed,
                arrivals + arrived,
                cuts || (lost > 0 && tokens + lost > budget),
                lasts || tokens > budget);
    }

    private static int perStep(int tokens, int steps) {
        return (tokens + steps - 1) / steps;
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
    static int lost(Portfolio expected, Portfolio found) {
        int lost = 0;
        for (Hypothesis h : expected.hypotheses()) {
            lost += h.representation().isActive() && isGone(h, expected, found) ? h.tokens() : 0;
        }
        return lost;
    }

    /** Returns whether a hypothesis is not active any more, whatever came in its family. */
    static boolean isGone(Hypothesis before, Portfolio expected, Portfolio found) {
        return found.find(before.id())
                .map(now -> !now.representation().isActive())
                .orElseGet(() -> !hasNew(before.family(), expected, found));
    }

    private static boolean hasNew(Family family, Portfolio expected, Portfolio found) {
        return found.hypotheses().stream()
                .anyMatch(
                        h -> h.family().equals(family) && expected.find(h.id()).isEmpty());
    }
}
