package dev.trimtab.controller.plan;

/**
 * The exact part: fronts over the first family, the first two, and so on, of all that may still beat the best choice known
 * (law L4). Prices bound what a partial choice can still reach; a front that outgrows its size is thinned.
 */
final class Combination {
    /** What a choice must gain to be worth looking for, in nats. */
    private static final double BEATS = 1e-12;

    private final FamilyFront[] families;
    private final int cap;
    private final double price;
    private final double legacyPrice;
    /** The best point of each family at these prices; in the end the one that was read back. */
    private final Corner corner;
    /** Families with more than one point that matters. */
    private final int[] open;

    private int openCount;
    private final Front[] stages;
    private double lost;

    /**
     * @param cap tokens that a choice may take
     * @param price nats a token, at least 0; any price gives a valid bound
     * @param legacyPrice nats a token of legacy, at least 0; 0 where legacy is not limited
     */
    Combination(FamilyFront[] families, int cap, double price, double legacyPrice) {
        this.families = families;
        this.cap = cap;
        this.price = price;
        this.legacyPrice = legacyPrice;
        corner = new Corner(families.length);
        corner.best(families, price, legacyPrice);
        open = new int[families.length];
        stages = new Front[families.length + 1];
    }

    /**
     * Combines all families.
     *
     * @param floor nats of the best choice known; what cannot beat it is left out
     * @param limit choices that a front may hold
     */
    Front combine(double floor, int limit, Candidates scratch) {
        double least = floor + BEATS;
        double reach = corner.worth(price, legacyPrice) + price * cap;
        stages[0] = settled(reach, least);
        double rest = reach - worth(stages[0], 0);
        for (int k = 0; k < openCount; k++) {
            FamilyFront family = families[open[k]];
            rest -= family.worth(corner.points[open[k]], price, legacyPrice);
            extend(stages[k], family, least - rest, scratch);
            scratch.keepUndominated();
            lost += scratch.thin(limit);
            stages[k + 1] = scratch.front();
        }
        return stages[openCount];
    }

    /** Returns nats at most that any choice lost by thinning. */
    double lost() {
        return lost;
    }

    /** Returns each family's point behind a choice of the last front. */
    int[] points(int choice) {
        int at = choice;
        for (int k = openCount - 1; k >= 0; k--) {
            corner.points[open[k]] = stages[k + 1].added[at];
            at = stages[k + 1].parent[at];
        }
        return corner.points.clone();
    }

    /** Returns the choice of the families that can only be held in their best way if anything is to reach that much. */
    private Front settled(double reach, double least) {
        int tokens = 0;
        double legacy = 0;
        double nats = 0;
        for (int f = 0; f < families.length; f++) {
            FamilyFront family = families[f];
            int best = corner.points[f];
            double others = reach - family.worth(best, price, legacyPrice);
            boolean only = true;
            for (int j = 0; j < family.size && only; j++) {
                only = j == best || others + family.worth(j, price, legacyPrice) <= least;
            }
            if (only) {
                tokens += family.tokens[best];
                legacy += family.legacy[best];
                nats += family.nats[best];
            } else {
                open[openCount++] = f;
            }
        }
        return Front.of(tokens, legacy, nats);
    }

    private double worth(Front front, int label) {
        return front.value[label] - price * front.tokens[label] - legacyPrice * front.legacy[label];
    }

    private void extend(Front front, FamilyFront family, double least, Candidates scratch) {
        double[] worth = new double[front.size];
        double most = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < worth.length; label++) {
            worth[label] = worth(front, label);
            most = Math.max(most, worth[label]);
        }
        scratch.clear();
        for (int j = 0; j < family.size; j++) {
            int more = family.tokens[j];
            double needed = least - family.worth(j, price, legacyPrice);
            if (most > needed) {
                for (int label = 0; label < worth.length && front.tokens[label] + more <= cap; label++) {
                    if (worth[label] > needed) {
                        scratch.add(
                                front.tokens[label] + more,
                                front.legacy[label] + family.legacy[j],
                                front.value[label] + family.nats[j],
                                label,
                                j);
                    }
                }
            }
        }
    }
}
