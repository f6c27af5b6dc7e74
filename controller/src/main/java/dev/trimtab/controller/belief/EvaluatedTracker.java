package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;
import java.util.HashMap;
import java.util.Map;

/** Tracks any belief by asking it again each time. */
final class EvaluatedTracker implements AdequacyTracker {
    private final AdequacyBelief belief;
    private final Map<Family, Double> survivals = new HashMap<>();

    EvaluatedTracker(AdequacyBelief belief) {
        this.belief = belief;
    }

    @Override
    public void set(Family family, double survival) {
        survivals.put(family, survival);
    }

    @Override
    public double adequacy() {
        return belief.adequacy(survivals);
    }

    @Override
    public double slope(Family family) {
        Map<Family, Double> with = new HashMap<>(survivals);
        with.put(family, 1.0);
        double full = belief.adequacy(with);
        with.put(family, 0.0);
        return Math.max(0, full - belief.adequacy(with));
    }
}
