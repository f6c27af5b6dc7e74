package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Law L9, stale-legacy drift: {@code chi' = chi + alpha (1 - chi) - beta chi}.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L9 in docs/theory.md).
 *
 * @param inflow {@code alpha} in [0,1]: share of live tokens that turn legacy a step
 * @param purge {@code beta} in [0,1]: share of legacy tokens that are purged a step
 */
public record Drift(double inflow, double purge) {
    /** Checks the ranges. */
    public Drift {
        Ranges.unit("inflow", inflow);
        Ranges.unit("purge", purge);
    }

    /**
     * Returns the drift of a context in which a share of the tokens is replaced by fresh ones each step.
     *
     * @param replaced {@code nu} in [0,1]
     * @param halfLife {@code H > 0} in control steps (law L1)
     */
    public static Drift ofReplacement(double replaced, double halfLife) {
        Ranges.unit("replaced", replaced);
        return new Drift((1 - replaced) * (1 - Math.pow(2, -1 / Ranges.positive("halfLife", halfLife))), replaced);
    }

    /** Returns the contamination one step later. */
    public double next(double chi) {
        return chi + inflow * (1 - chi) - purge * chi;
    }

    /** Returns {@code chi_inf}, where contamination settles; empty if it stays where it is. */
    public OptionalDouble settles() {
        return inflow + purge == 0 ? OptionalDouble.empty() : OptionalDouble.of(inflow / (inflow + purge));
    }

    /**
     * Returns {@code t*}, the control steps until contamination reaches a threshold from below; 0 if it is there already,
     * infinite if it never gets there.
     *
     * @throws IllegalArgumentException if {@code alpha + beta >= 1}, where contamination does not approach from one side
     */
    public double stepsTo(double threshold, double chi) {
        if (chi >= threshold) {
            return 0;
        }
        if (inflow + purge >= 1) {
            throw new IllegalArgumentException("inflow + purge must be < 1 but was " + (inflow + purge));
        }
        double end = settles().orElse(chi);
        if (end <= threshold) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.log((end - threshold) / (end - chi)) / Math.log1p(-(inflow + purge));
    }

    /** Returns the longest admissible stretch between purges in control steps, {@code ceil(t*) - 1}, at least 0. */
    public double longestStretch(double threshold, double chi) {
        return Math.max(0, Math.ceil(stepsTo(threshold, chi)) - 1);
    }

    /** Returns the certificate that contamination, left to itself, stays below a threshold for so many steps. */
    public Certificate check(Map<String, Quantity> inputs, double threshold, double chi, int steps) {
        return Certificate.atLeast(
                Law.L9, "steps below chi* without a purge >= n", inputs, longestStretch(threshold, chi), steps);
    }

    /**
     * Returns a promise some control steps after its last evidence, {@code p_0 + (p_e - p_0) 2^(-s/H_p)}.
     *
     * @param prior {@code p_0} in [0,1]
     * @param atEvidence {@code p_e} in [0,1]
     * @param staleness {@code s >= 0}
     * @param halfLife {@code H_p > 0}, may be infinite
     */
    public static double promise(double prior, double atEvidence, double staleness, double halfLife) {
        return prior + (atEvidence - prior) * Math.pow(2, -staleness / halfLife);
    }
}
