package dev.trimtab.controller.ecology;

import java.util.List;

/**
 * What is hidden of a world: the quality of each family and by it the adequate set {@code V = {f : y_f >= min(target, max y -
 * tol)}} (theory §1), which is never empty.
 *
 * @param quality {@code y_f}: score that each family shows under full effort
 * @param bar least score of an adequate family
 */
public record Truth(List<Double> quality, double bar) {
    /** Copies the list and checks that some family is adequate. */
    public Truth {
        quality = List.copyOf(quality);
        double reach = bar;
        if (quality.stream().noneMatch(y -> y >= reach)) {
            throw new IllegalArgumentException("no family reaches " + bar + ": " + quality);
        }
    }

    /** Returns the truth of those qualities under a tolerance and a target, each in units of score. */
    public static Truth of(List<Double> quality, double tolerance, double target) {
        double best = Double.NEGATIVE_INFINITY;
        for (double y : quality) {
            best = Math.max(best, y);
        }
        return new Truth(quality, Math.min(target, best - tolerance));
    }

    /** Returns whether the family at that place is in {@code V}. */
    public boolean isAdequate(int family) {
        return quality.get(family) >= bar;
    }

    /** Returns how many families are in {@code V}. */
    public int adequate() {
        int count = 0;
        for (double y : quality) {
            count += y >= bar ? 1 : 0;
        }
        return count;
    }

    /**
     * Draws the truth after the initial state, on which it may depend through early promise.
     *
     * @param mode number of mode changes before it, from 0
     */
    static Truth draw(Draws draws, Constants constants, int families, int mode) {
        double tells = constants.earlyTells();
        double own = Math.sqrt(1 - tells * tells);
        Double[] quality = new Double[families];
        for (int f = 0; f < families; f++) {
            double latent = tells * draws.gaussian(Purpose.EARLY_PROMISE, f, 0)
                    + own * draws.gaussian(Purpose.QUALITY, f, mode);
            quality[f] = constants.headroom() + constants.qualitySpread() * latent;
        }
        return of(List.of(quality), constants.tolerance(), constants.target());
    }
}
