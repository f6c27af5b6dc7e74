package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * How hypotheses go stale and get lost (laws L1 and L9).
 *
 * @param stalenessHalfLife {@code H}: control steps after which half of an item that saw no evidence counts as legacy,
 *     above 0; default 8
 * @param promiseHalfLife {@code H_p}: control steps after which promise is half way back to its prior, above 0;
 *     infinite for results that do not age, the default
 * @param promisePrior {@code p_0} in [0,1] to which a stated promise relaxes; default 0.3
 * @param lossHazard {@code h} in [0,1]: chance a step that an active item is lost other than by a decision; default 0,
 *     which is true wherever nothing but the controller takes items out of the context
 * @param modeChange {@code gamma} in [0,1]: chance that what is adequate is another set after a strong verification (law L11), where the
 *     state does not say; default 0.1
 */
public record Ageing(
        double stalenessHalfLife, double promiseHalfLife, double promisePrior, double lossHazard, double modeChange) {
    /** The defaults. */
    public static final Ageing DEFAULT = new Ageing(8, Double.POSITIVE_INFINITY, 0.3, 0, 0.1);

    /** Checks the ranges. */
    public Ageing {
        Ranges.positive("stalenessHalfLife", stalenessHalfLife);
        Ranges.positive("promiseHalfLife", promiseHalfLife);
        Ranges.unit("promisePrior", promisePrior);
        Ranges.unit("lossHazard", lossHazard);
        Ranges.unit("modeChange", modeChange);
    }
}
