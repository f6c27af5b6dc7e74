package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;
import java.util.HashMap;
import java.util.Map;

/** Tracks the product of all misses {@code 1 - q_f sigma_f}, with those that are 0 counted apart. */
final class IndependentTracker implements AdequacyTracker {
    private final Map<Family, Standing> families;
    private double product = 1;
    private int certain;

    /** A family's {@code q_f} and its miss, 1 before it is set. */
    private static final class Standing {
        final double probability;
        double miss = 1;

        Standing(double probability) {
            this.probability = probability;
        }
    }

    IndependentTracker(Map<Family, Double> probabilities) {
        families = new HashMap<>(2 * probabilities.size());
        probabilities.forEach((family, q) -> families.put(family, new Standing(q)));
    }

    @Override
    public void set(Family family, double survival) {
        Standing standing = families.get(family);
        if (standing == null) {
            return;
        }
        if (standing.miss == 0) {
            certain--;
        } else {
            product /= standing.miss;
        }
        standing.miss = 1 - standing.probability * survival;
        if (standing.miss == 0) {
            certain++;
        } else {
            product *= standing.miss;
        }
    }

    @Override
    public double adequacy() {
        return certain > 0 ? 1 : Math.max(0, 1 - product);
    }

    @Override
    public double slope(Family family) {
        Standing standing = families.get(family);
        if (standing == null || certain > (standing.miss == 0 ? 1 : 0)) {
            return 0;
        }
        return standing.probability * (standing.miss == 0 ? product : Math.min(1, product / standing.miss));
    }

    @Override
    public double commonFactor() {
        return product > 0 ? product : 1;
    }
}
