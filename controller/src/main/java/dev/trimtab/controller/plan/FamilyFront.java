package dev.trimtab.controller.plan;

import java.util.List;

/**
 * What one family can reach under one offer: its points (tokens, legacy, coverage nats {@code g = -ln(1 - q_f sigma_f)}) in
 * rising order of tokens (law L4). A front that outgrows its size is thinned; what that may cost stands in {@link #loss}.
 */
final class FamilyFront {
    /** Keeps certain coverage finite; no difference in adequacy below it can be seen. */
    private static final double LEAST_MISS = 1e-15;

    final int size;
    final int[] tokens;
    final double[] legacy;
    final double[] nats;
    /** Nats at most that any choice lost by thinning; infinite if points without a like may be gone. */
    final double loss;

    private final PlanOption[][] offered;
    private final Front[] stages;

    FamilyFront(List<PlanItem> carriers, double q, Offer offer, int limit, Candidates scratch) {
        offered = new PlanOption[carriers.size()][];
        stages = new Front[carriers.size()];
        double lost = 0;
        Front front = Front.of(0, 0, 0);
        for (int c = 0; c < offered.length; c++) {
            offered[c] = offer.of(carriers.get(c));
            extend(front, offered[c], offer, scratch);
            scratch.keepUndominated();
            lost += scratch.thin(limit);
            front = scratch.front();
            stages[c] = front;
        }
        size = front.size;
        tokens = front.tokens;
        legacy = front.legacy;
        nats = new double[size];
        double most = 0;
        for (int j = 0; j < size; j++) {
            nats[j] = nats(q, front.value[j]);
            most = lost == 0 ? 0 : Math.max(most, nats(q, Math.min(1, front.value[j] + lost)) - nats[j]);
        }
        loss = lost == Double.POSITIVE_INFINITY ? lost : most;
    }

    private static void extend(Front front, PlanOption[] options, Offer offer, Candidates scratch) {
        scratch.clear();
        for (int o = 0; o < options.length; o++) {
            PlanOption option = options[o];
            int more = offer.charge(option);
            double legacy = offer.legacy(option);
            double miss = 1 - option.survival();
            for (int label = 0; label < front.size; label++) {
                scratch.add(
                        front.tokens[label] + more,
                        front.legacy[label] + legacy,
                        1 - (1 - front.value[label]) * miss,
                        label,
                        o);
            }
        }
    }

    private static double nats(double q, double survival) {
        return -Math.log(Math.max(LEAST_MISS, 1 - q * survival));
    }

    /** Returns whether {@link #loss} covers all that is missing. */
    boolean isComplete() {
        return loss < Double.POSITIVE_INFINITY;
    }

    /** Returns the tokens of the cheapest point; more than any budget if there is none. */
    long leastTokens() {
        return size == 0 ? Integer.MAX_VALUE : tokens[0];
    }

    /** Returns the point that is best at these prices on tokens and legacy, the cheapest of equals. */
    int best(double price, double legacyPrice) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < size; j++) {
            double worth = worth(j, price, legacyPrice);
            if (worth > highest) {
                highest = worth;
                best = j;
            }
        }
        return best;
    }

    double worth(int point, double price, double legacyPrice) {
        return nats[point] - price * tokens[point] - legacyPrice * legacy[point];
    }

    /** Returns the option of each carrier behind a point. */
    PlanOption[] options(int point) {
        PlanOption[] chosen = new PlanOption[offered.length];
        int label = point;
        for (int c = chosen.length - 1; c >= 0; c--) {
            chosen[c] = offered[c][stages[c].added[label]];
            label = stages[c].parent[label];
        }
        return chosen;
    }
}
