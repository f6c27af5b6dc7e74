package dev.trimtab.controller.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The staircase {@code A*(B)} of law L5, gathered from one reserve level after another. */
final class Frontier {
    private final TreeMap<Integer, Double> reached = new TreeMap<>();
    private double loss;

    /** Adds what one level reaches with so many tokens in reserve. */
    void add(ReserveRange level, int reserve, int frontSize, Candidates scratch) {
        if (level.relaxation.bound == Double.NEGATIVE_INFINITY) {
            return;
        }
        Combination combination = new Combination(level.families, level.cap, /* price= */ 0, /* legacyPrice= */ 0);
        Front last = combination.combine(/* floor= */ Double.NEGATIVE_INFINITY, frontSize, scratch);
        loss = Math.max(loss, combination.lost() + level.loss());
        for (int k = 0; k < last.size; k++) {
            if (last.tokens[k] <= level.cap && Relaxation.withinLegacy(last.legacy[k])) {
                reached.merge(last.tokens[k] + reserve, last.value[k], Math::max);
            }
        }
    }

    /** Returns the steps in rising order of tokens. */
    List<FrontierPoint> points() {
        List<FrontierPoint> points = new ArrayList<>();
        double highest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Integer, Double> entry : reached.entrySet()) {
            double nats = entry.getValue();
            if (nats > highest) {
                highest = nats;
                points.add(new FrontierPoint(
                        entry.getKey(), ExactSearch.adequacy(nats), ExactSearch.adequacy(nats + loss)));
            }
        }
        return points;
    }
}
