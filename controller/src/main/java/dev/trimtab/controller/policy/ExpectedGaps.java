package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.Promises;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What live evidence and legacy say for an adequate family over another one (law L1), as the belief itself expects it where nobody states it.
 *
 * <p>Live evidence speaks for a family by its promise, legacy by the share of the work that it had times {@code iota}. Each gap is the mean voice
 * of the adequate families less that of the others (for legacy the other way round), every family weighted by the chance that it is adequate. So
 * legacy misleads only where the work went to families that evidence speaks against. The live gap is never below 0, whatever rounding makes of
 * families that are all but certain.
 */
final class ExpectedGaps {
    /** Observations that the assumed live gap counts for. */
    private static final int ASSUMED_COUNT = 8;

    private ExpectedGaps() {}

    static ScoreGaps of(List<Hypothesis> items, Promises promises, AdequacyBelief belief, Legacy legacy) {
        Map<Family, Double> inertia = new LinkedHashMap<>();
        items.forEach(h -> inertia.merge(h.family(), h.inertia(), Double::sum));
        double adequate = 0;
        double evidence = 0;
        double work = 0;
        double otherEvidence = 0;
        double otherWork = 0;
        for (Map.Entry<Family, Double> entry : inertia.entrySet()) {
            double q = belief.probability(entry.getKey());
            double share = Math.min(1, entry.getValue());
            adequate += q;
            evidence += q * q;
            work += q * share;
            otherEvidence += (1 - q) * q;
            otherWork += (1 - q) * share;
        }
        double other = inertia.size() - adequate;
        boolean known = adequate > 0 && other > 0;
        double live = known ? Math.max(0, evidence / adequate - otherEvidence / other) : 0;
        double misled = known ? otherWork / other - work / adequate : 0;
        int count = promises.count();
        double expected = (ASSUMED_COUNT * legacy.liveGap() + count * live) / (ASSUMED_COUNT + count);
        return new ScoreGaps(
                Quantity.estimated(expected, count),
                Quantity.assumed(legacy.pull() * misled),
                Quantity.assumed(legacy.noise()));
    }
}
