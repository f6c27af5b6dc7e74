package dev.trimtab.controller.plan;

import java.util.List;

/**
 * The linear relaxation of the choice of one point a family: prices on tokens and on legacy that bound every choice from
 * above, and the best choice met while the prices were sought.
 */
final class Relaxation {
    private static final double LEGACY_TOLERANCE = 1e-9;
    private static final int PRICE_STEPS = 14;
    /** Token prices are found less sharply while the legacy price is still sought. */
    private static final int COARSE_STEPS = 5;

    private static final int LEGACY_STEPS = 7;

    private final List<FamilyFront> families;
    private final int cap;
    private final int[] chosen;
    private int tokens;
    private double legacy;
    private double nats;

    double bound = Double.POSITIVE_INFINITY;
    double price;
    double legacyPrice;
    double incumbent = Double.NEGATIVE_INFINITY;
    int[] best = {};

    Relaxation(List<FamilyFront> families, int cap, boolean limitLegacy) {
        this.families = families;
        this.cap = cap;
        chosen = new int[families.size()];
        if (families.stream().anyMatch(f -> f.last.size == 0)) {
            bound = Double.NEGATIVE_INFINITY;
            return;
        }
        seekPrice(0, PRICE_STEPS);
        if (limitLegacy && legacy > LEGACY_TOLERANCE) {
            seekLegacyPrice();
        }
        double slack = 0;
        for (FamilyFront family : families) {
            slack += family.loss;
        }
        bound += slack;
    }

    static boolean withinLegacy(double legacy) {
        return legacy <= LEGACY_TOLERANCE;
    }

    private void seekLegacyPrice() {
        double low = 0;
        double high = 1e-4;
        while (high < 1e7) {
            seekPrice(high, COARSE_STEPS);
            if (withinLegacy(legacy)) {
                break;
            }
            low = high;
            high *= 8;
        }
        for (int i = 0; i < LEGACY_STEPS; i++) {
            double middle = low == 0 ? high / 4 : Math.sqrt(low * high);
            seekPrice(middle, COARSE_STEPS);
            if (withinLegacy(legacy)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        seekPrice(high, PRICE_STEPS);
    }

    /** Finds the least token price at which the choice fits, and leaves that choice in place. */
    private void seekPrice(double mu, int steps) {
        if (choose(0, mu)) {
            return;
        }
        double low = 0;
        double high = 1e-4;
        while (!choose(high, mu) && high < 1e7) {
            low = high;
            high *= 8;
        }
        for (int i = 0; i < steps; i++) {
            double middle = low == 0 ? high / 4 : Math.sqrt(low * high);
            if (choose(middle, mu)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        choose(high, mu);
    }

    /** Chooses each family's best point at these prices; returns whether the choice fits. */
    private boolean choose(double pi, double mu) {
        tokens = 0;
        legacy = 0;
        nats = 0;
        double value = 0;
        for (int f = 0; f < chosen.length; f++) {
            int j = bestPoint(families.get(f), pi, mu);
            Front front = families.get(f).last;
            chosen[f] = j;
            tokens += front.tokens[j];
            legacy += front.legacy[j];
            nats += families.get(f).nats[j];
            value += worth(families.get(f), j, pi, mu);
        }
        double dual = value + pi * cap;
        if (dual < bound) {
            bound = dual;
            price = pi;
            legacyPrice = mu;
        }
        boolean fits = tokens <= cap;
        if (fits && withinLegacy(legacy) && nats > incumbent) {
            incumbent = nats;
            best = chosen.clone();
        }
        return fits;
    }

    static int bestPoint(FamilyFront family, double pi, double mu) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < family.last.size; j++) {
            double worth = worth(family, j, pi, mu);
            if (worth > highest) {
                highest = worth;
                best = j;
            }
        }
        return best;
    }

    static double worth(FamilyFront family, int point, double pi, double mu) {
        return family.nats[point] - pi * family.last.tokens[point] - mu * family.last.legacy[point];
    }
}
