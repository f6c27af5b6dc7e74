package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;
import java.util.HashMap;
import java.util.Map;

/** Tracks the product of all misses {@code 1 - q_f sigma_f}, with those that are 0 counted apart. */
final class IndependentTracker implements AdequacyTracker {
    private final Map<Family, Double> probabilities;
    private final Map<Family, Double> misses = new HashMap<>();
    private double product = 1;
    private int certain;

    IndependentTracker(Map<Family, Double> probabilities) {
        this.probabilities = new HashMap<>(probabilities);
    }

    @Override
    public void set(Family family, double survival) {
        double q = probabilities.getOrDefault(family, 0.0);
        double next = 1 - q * survival;
        Double last = misses.put(family, next);
        if (last != null && last == 0) {
            certain--;
        } else if (last != null) {
            product /= last;
        }
        if (next == 0) {
            certain++;
        } else {
            product *= next;
        }
    }

    @Override
    public double adequacy() {
        return certain > 0 ? 1 : Math.max(0, 1 - product);
    }

    @Override
    public double slope(Family family) {
        double own = misses.getOrDefault(family, 1.0);
        double q = probabilities.getOrDefault(family, 0.0);
        if (certain > (own == 0 ? 1 : 0)) {
            return 0;
        }
        return q * (own == 0 ? product : Math.min(1, product / own));
    }
}
