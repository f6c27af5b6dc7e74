package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.Map;

/**
 * Law L2, shadow retirement: what it costs to move carriers out of the context, and when that is admissible (after
 * Takahashi, doi 10.5281/zenodo.18905242).
 */
public final class Retirement {
    /** Losses smaller than this are rounding. */
    private static final double ROUNDING = 1e-12;

    private Retirement() {}

    /**
     * Returns the adequacy in [0,1] that is lost when the only carrier of a family goes from one survival to another.
     *
     * @param q probability in [0,1] that the family is adequate
     * @param before {@code sigma} in [0,1] as held now
     * @param after {@code sigma'} in [0,1] as held then
     * @param othersMiss {@code prod (1 - q_g sigma_g)} in [0,1] over the other families
     * @param someAdequate {@code Z} in (0,1]
     */
    public static double loss(double q, double before, double after, double othersMiss, double someAdequate) {
        return q * (before - after) * othersMiss / someAdequate;
    }

    /** Returns {@code rho*} in [0,1], the least recoverability at which retiring that carrier loses at most epsilon. */
    public static double leastRecoverability(
            double q, double before, double othersMiss, double someAdequate, double epsilon) {
        double weight = q * othersMiss;
        return weight == 0 ? 0 : Math.max(0, before - epsilon * someAdequate / weight);
    }

    /**
     * Returns the certificate that a window's retirements lose at most epsilon together; where more is lost already, that this plan's lose
     * nothing more.
     *
     * @param jointLoss what this plan's whole set loses: never the sum of single losses, which the joint loss is at least, since adequacy is
     *     submodular
     * @param lostBefore what the window has lost before it
     * @param epsilon what may be lost
     */
    public static Certificate check(Map<String, Quantity> inputs, double jointLoss, double lostBefore, double epsilon) {
        double lost = jointLoss < ROUNDING ? 0 : jointLoss;
        return Certificate.atMost(
                Law.L2,
                "joint loss + lost before <= max(epsilon, lost before)",
                inputs,
                lost + lostBefore,
                Math.max(epsilon, lostBefore));
    }

    /**
     * Returns the success of any rule that keeps some families for good before anything tells of the adequate set.
     *
     * @param families {@code n >= 1} families in all
     * @param adequate {@code v} of them adequate, every set of so many alike, at least 1
     * @param kept {@code k} that the rule keeps, from 0 to {@code n}
     */
    public static double blindSuccess(int families, int adequate, int kept) {
        Ranges.nonNegative("families - kept", families - kept);
        double missed = 1;
        for (int j = 0; j < kept; j++) {
            missed *= Math.max(0, families - adequate - j) / (double) (families - j);
        }
        return 1 - missed;
    }
}
