package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import dev.trimtab.controller.probability.Normal;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Law L1, context contamination: a decision reads {@code (1-chi) v + chi g + noise}, so legacy that speaks for a decoy
 * wins once its share of the context reaches {@code chi*} (after Takahashi, doi 10.5281/zenodo.18905242).
 *
 * @param live {@code Delta > 0}: what live evidence says for the adequate family over its decoy, in units of score
 * @param legacy {@code Gamma}: what legacy says for the decoy over the adequate family, of either sign
 * @param noise {@code sigma_epsilon >= 0}: standard deviation of one score's reading error
 */
public record Contamination(double live, double legacy, double noise) {
    /** Checks the ranges. */
    public Contamination {
        Ranges.positive("live", live);
        Ranges.nonNegative("noise", noise);
        if (!Double.isFinite(legacy)) {
            throw new IllegalArgumentException("legacy must be finite but was " + legacy);
        }
    }

    /**
     * Returns {@code lambda} in [0,1], the degree to which an item's tokens are legacy.
     *
     * @param staleness control steps since the last evidence on it, at least 0
     * @param overlap share in [0,1] of its tokens that other items carry too
     * @param halfLife {@code H > 0} in control steps
     */
    public static double legacyDegree(double staleness, double overlap, double halfLife) {
        return 1 - (1 - overlap) * Math.pow(2, -staleness / halfLife);
    }

    /** Returns {@code chi*}: below it the adequate family is chosen more often than not; empty if legacy is for it. */
    public OptionalDouble threshold() {
        return legacy < 0 ? OptionalDouble.empty() : OptionalDouble.of(live / (live + legacy));
    }

    /** Returns the chance in [0,1] of choosing the adequate family at contamination {@code chi}. */
    public double chooseAdequate(double chi) {
        return chooseAdequate(chi, /* reads= */ 1);
    }

    /** Returns the same with the scores of so many independent reads of one context averaged. */
    public double chooseAdequate(double chi, int reads) {
        double edge = (1 - Ranges.unit("chi", chi)) * live - chi * legacy;
        if (noise == 0) {
            return edge > 0 ? 1 : edge < 0 ? 0 : 0.5;
        }
        return Normal.cdf(Math.sqrt(reads) * edge / (Math.sqrt(2) * noise));
    }

    /** Returns the certificate that a contamination is below the threshold less a share {@code margin} of it. */
    public Certificate check(Quantity chi, double margin, Map<String, Quantity> inputs) {
        OptionalDouble limit = threshold();
        return Certificate.atMost(
                Law.L1,
                "chi <= chi* (1 - margin)",
                inputs,
                chi.value(),
                limit.isEmpty() ? Double.POSITIVE_INFINITY : limit.getAsDouble() * (1 - margin));
    }
}
