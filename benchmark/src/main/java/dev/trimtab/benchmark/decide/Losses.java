package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Survival;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.LossHazards;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a session's active hypotheses were lost by nobody's decision, for {@code h} of {@link Survival}. What went while more than the budget was held was
 * cut, and what the last plan decided on may have failed for that: neither tells anything.
 *
 * @param full of those that were held in full
 * @param records of records
 * @param decided the hypotheses that the last plan decided on; null if it rebuilt the context, after which nothing can be told
 */
record Losses(Count full, Count records, @Nullable Set<String> decided) {
    /** What the assumed chance counts for, in steps of one hypothesis; as in the audit of a run. */
    private static final int PRIOR_STEPS = 20;

    /** One loss comes to most sessions sooner or later, however rare losses are, and would be taken for too much. */
    private static final int LEAST = 2;

    static final Losses NONE = new Losses(new Count(0, 0), new Count(0, 0), Set.of());

    /**
     * Steps of a hypothesis.
     *
     * @param seen all, at least 0
     * @param lost those in which it was lost, at most {@code seen}
     */
    record Count(int seen, int lost) {
        Count and(int steps, boolean gone) {
            return new Count(seen + steps, lost + (gone ? 1 : 0));
        }

        /** Returns the chance of a loss a step: what is assumed until enough were seen. */
        Quantity hazard(double assumed) {
            return lost < LEAST
                    ? Quantity.assumed(assumed)
                    : Quantity.estimated((PRIOR_STEPS * assumed + lost) / (PRIOR_STEPS + seen), seen);
        }
    }

    /**
     * Returns what is known once a plan has been made.
     *
     * @param alsoLast whether the hypotheses were not listed since the plan before, so that what that one decided on tells nothing either
     */
    Losses before(List<Decision> plan, boolean alsoLast) {
        if (alsoLast && decided == null) {
            return this;
        }
        if (plan.stream().anyMatch(Decision.Reset.class::isInstance)) {
            return new Losses(full, records, /* decided= */ null);
        }
        Set<String> named = new HashSet<>(alsoLast && decided != null ? decided : Set.of());
        for (Decision decision : plan) {
            named.addAll(decision.effect().keySet());
            if (decision instanceof Decision.Pursue pursue) {
                named.add(pursue.hypothesis());
            }
        }
        return new Losses(full, records, named);
    }

    /** Returns what is known after a line that enters a window and lists nothing: what is found gone next may have been refuted. */
    Losses unlistedVerification() {
        return new Losses(full, records, /* decided= */ null);
    }

    /**
     * Returns what is known after another line that lists the hypotheses.
     *
     * @param expected the hypotheses as the last plan left them
     * @param found the hypotheses as the line has them
     * @param steps that passed since they were listed before, at least 1
     */
    Losses after(Portfolio expected, Portfolio found, int budget, int steps) {
        if (decided == null || Growth.tokens(found) + Growth.lost(expected, found) > budget) {
            return this;
        }
        Count inFull = full;
        Count asRecords = records;
        for (Hypothesis h : expected.hypotheses()) {
            if (h.representation().isActive() && !decided.contains(h.id()) && !isArchived(h, found)) {
                boolean gone = Growth.isGone(h, expected, found);
                if (h.representation() == Representation.FULL) {
                    inFull = inFull.and(steps, gone);
                } else {
                    asRecords = asRecords.and(steps, gone);
                }
            }
        }
        return new Losses(inFull, asRecords, decided);
    }

    private static boolean isArchived(Hypothesis before, Portfolio found) {
        return found.find(before.id())
                .filter(now -> now.representation() == Representation.SHADOW)
                .isPresent();
    }

    /** Returns what a plan may count on; null while that is what is assumed. */
    @Nullable LossHazards hazards(double assumed) {
        return Math.max(full.lost(), records.lost()) < LEAST
                ? null
                : new LossHazards(full.hazard(assumed), records.hazard(assumed));
    }
}
