package dev.trimtab.controller.law;

import java.util.Map;

/**
 * Law L4, reserve feasibility: under independence coverage adds up over families in nats, and the least budget for a
 * target is a knapsack at each reserve level.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L4 in docs/theory.md).
 */
public final class ReserveFeasibility {
    private ReserveFeasibility() {}

    /** Returns the coverage nats {@code -ln(1 - q sigma)} of a family, at least 0, infinite for certain coverage. */
    public static double nats(double q, double survival) {
        return -Math.log1p(-q * survival);
    }

    /**
     * Returns the nats that a failure of at most {@code failure} given V asks for, {@code -ln delta'} (law L3).
     *
     * @param someAdequate {@code Z} in (0,1]
     */
    public static double targetNats(double failure, double someAdequate) {
        return -Math.log(Coverage.unconditioned(failure, someAdequate));
    }

    /**
     * Returns the certificate that a budget is enough for the target.
     *
     * @param budget tokens there are
     * @param needed lower bound on the tokens, reserve included, of any plan that reaches the target; infinite if none
     *     does
     */
    public static Certificate check(Map<String, Quantity> inputs, double budget, double needed) {
        return Certificate.atLeast(Law.L4, "budget >= B*(delta)", inputs, budget, needed);
    }
}
