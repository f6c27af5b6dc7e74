package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import dev.trimtab.controller.probability.Normal;
import java.util.Map;

/**
 * The lock-in part of law L1: where legacy speaks for what was done before, choices settle where {@code x = Phi(d + k(x -
 * 1/2))}, {@code x} the share of decisions that follow the adequate one of two families.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L1, lock-in in docs/theory.md).
 *
 * @param drive {@code d = (1-chi) Delta / (sqrt(2) sigma)}, at least 0
 * @param feedback {@code k = sqrt(2) chi iota / sigma}, at least 0
 */
public record LockIn(double drive, double feedback) {
    /** Checks the ranges. */
    public LockIn {
        Ranges.nonNegative("drive", drive);
        Ranges.nonNegative("feedback", feedback);
    }

    /**
     * Returns the lock-in of a context.
     *
     * @param live {@code Delta > 0}
     * @param pull {@code iota >= 0}, pull of inertia in the same units
     * @param noise {@code sigma_epsilon > 0}
     * @param chi contamination in [0,1]
     */
    public static LockIn of(double live, double pull, double noise, double chi) {
        Ranges.positive("noise", noise);
        return new LockIn((1 - chi) * live / (Math.sqrt(2) * noise), Math.sqrt(2) * chi * pull / noise);
    }

    /** Returns the drive from which on the start is forgotten; 0 where no feedback could lock. */
    public double criticalDrive() {
        double onset = Math.sqrt(2 * Math.PI);
        if (feedback <= onset) {
            return 0;
        }
        double z = Math.sqrt(2 * Math.log(feedback / onset));
        return Math.max(0, feedback * (Normal.cdf(z) - 0.5) - z);
    }

    /** Returns the certificate that the start is forgotten; broken where there is a second stable state on the decoy's side. */
    public Certificate check(Map<String, Quantity> inputs) {
        return Certificate.atLeast(Law.L1, "d >= d*(k): the start is forgotten", inputs, drive, criticalDrive());
    }

    /** Returns the share that the next choice follows the adequate family, given the share so far. */
    public double next(double share) {
        return Normal.cdf(drive + feedback * (share - 0.5));
    }
}
