package dev.trimtab.controller.plan;

import java.util.ArrayList;
import java.util.List;

/** One item of the greedy planner: its options, their hull from the cheapest one on, and the one that is held. */
final class GreedyItem {
    final PlanOption[] offered;
    final List<PlanOption> hull;
    final GreedyFamily family;
    PlanOption held;
    /** Where on the hull the greedy choice is. */
    int at;

    GreedyItem(PlanOption[] offered, GreedyFamily family, Offer offer) {
        this.offered = offered;
        this.family = family;
        hull = hull(offered, offer);
        held = hull.get(0);
    }

    boolean hasNext() {
        return at + 1 < hull.size();
    }

    /** Returns the survival gained a token by the next upgrade, in shares of the family's miss. */
    double key(Offer offer) {
        PlanOption next = hull.get(at + 1);
        int tokens = offer.charge(next) - offer.charge(held);
        return (next.survival() - held.survival()) / ((1 - held.survival()) * tokens);
    }

    /** Returns the cheapest option and those above it that no mixture of two others beats, in rising order of tokens. */
    private static List<PlanOption> hull(PlanOption[] offered, Offer offer) {
        PlanOption at = offered[0];
        for (PlanOption option : offered) {
            int less = offer.charge(at) - offer.charge(option);
            at = less > 0 || (less == 0 && option.survival() > at.survival()) ? option : at;
        }
        List<PlanOption> hull = new ArrayList<>(offered.length);
        while (at != null) {
            hull.add(at);
            PlanOption next = null;
            double steepest = 0;
            for (PlanOption option : offered) {
                double gain = option.survival() - at.survival();
                int tokens = offer.charge(option) - offer.charge(at);
                if (gain > 0 && tokens > 0 && gain / tokens > steepest) {
                    steepest = gain / tokens;
                    next = option;
                }
            }
            at = next;
        }
        return hull;
    }
}
