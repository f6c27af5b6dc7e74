package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * What the controller is asked for.
 *
 * @param failure {@code delta}: probability in (0,1) of losing every adequate family that is borne; default 0.1
 * @param retirementLoss {@code epsilon}: adequacy in [0,1] that the retirements of one window may lose; default 0.02
 * @param reopenAll whether the reserve must reopen every shadow before the verification ({@code reopen: all}) instead
 *     of one after it ({@code reopen: one}); default false
 * @param minDecisions {@code n_min}: decisions that must be left after a reset, at least 0; default 2
 */
public record Goals(double failure, double retirementLoss, boolean reopenAll, int minDecisions) {
    /** The defaults. */
    public static final Goals DEFAULT = new Goals(0.1, 0.02, /* reopenAll= */ false, 2);

    /** Checks the ranges. */
    public Goals {
        if (!(failure > 0 && failure < 1)) {
            throw new IllegalArgumentException("failure must be in (0, 1) but was " + failure);
        }
        Ranges.unit("retirementLoss", retirementLoss);
        Ranges.nonNegative("minDecisions", minDecisions);
    }
}
