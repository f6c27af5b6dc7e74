package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The belief that families are adequate independently of each other (theory §1), before it is conditioned on some
 * family being so.
 *
 * @param probabilities {@code q_f} in [0,1] of each family; their order is kept, so that rounding depends on no name
 */
public record IndependentBelief(Map<Family, Double> probabilities) implements AdequacyBelief {
    /** Copies the probabilities and checks their ranges. */
    public IndependentBelief {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        for (double q : probabilities.values()) {
            Ranges.unit("probability of a family", q);
        }
    }

    @Override
    public Set<Family> families() {
        return probabilities.keySet();
    }

    @Override
    public double probability(Family family) {
        return probabilities.getOrDefault(family, 0.0);
    }

    @Override
    public double someAdequate() {
        double none = 1;
        for (double q : probabilities.values()) {
            none *= 1 - q;
        }
        return 1 - none;
    }

    @Override
    public AdequacyTracker tracker() {
        return new IndependentTracker(probabilities);
    }

    @Override
    public double adequacy(Map<Family, Double> survival) {
        double none = 1;
        for (Map.Entry<Family, Double> entry : probabilities.entrySet()) {
            none *= 1 - entry.getValue() * survival.getOrDefault(entry.getKey(), 0.0);
        }
        return 1 - none;
    }
}
