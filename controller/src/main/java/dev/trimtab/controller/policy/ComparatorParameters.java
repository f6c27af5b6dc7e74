package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * What the comparators of the portfolio policy go by, each its own key.
 *
 * @param learned whether they judge routes by the promises that the controller learns from evidence; if not, by those that the
 *     hypotheses state; default false
 * @param keep routes that {@code recent-k} keeps and that {@code reset-aware} reads again, at least 1; default 3
 * @param reserveShare share in [0,1] of the budget that {@code reserve-aware} keeps free to reopen a shadow; default 0.2
 * @param resetAt contamination in [0,1] from which on {@code reset-aware} resets; default 0.5
 * @param seed key of the draws of {@code random-matched}; default 1
 */
public record ComparatorParameters(boolean learned, int keep, double reserveShare, double resetAt, long seed) {
    /** The defaults. */
    public static final ComparatorParameters DEFAULT = new ComparatorParameters(/* learned= */ false, 3, 0.2, 0.5, 1);

    /** Checks the ranges. */
    public ComparatorParameters {
        Ranges.positive("keep", keep);
        Ranges.unit("reserveShare", reserveShare);
        Ranges.unit("resetAt", resetAt);
    }
}
