package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * What is assumed of how decisions read a context with legacy in it, where the state does not say (laws L1 and L8).
 *
 * @param liveGap {@code Delta}: what live evidence says for an adequate family over its decoy, in units of promise,
 *     above 0; default 0.2
 * @param pull {@code iota}: pull of inertia in units of promise, at least 0; default 0.4
 * @param noise {@code sigma_epsilon}: reading error of one score in units of promise, at least 0; default 0.15
 * @param margin share in [0,1] of the contamination threshold that is kept clear; default 0.1
 * @param realiseChance {@code u} in (0,1]: chance that one well-directed decision realises an adequate family; default
 *     0.3
 */
public record Legacy(double liveGap, double pull, double noise, double margin, double realiseChance) {
    /** The defaults. */
    public static final Legacy DEFAULT = new Legacy(0.2, 0.4, 0.15, 0.1, 0.3);

    /** Checks the ranges. */
    public Legacy {
        Ranges.positive("liveGap", liveGap);
        Ranges.nonNegative("pull", pull);
        Ranges.nonNegative("noise", noise);
        Ranges.unit("margin", margin);
        Ranges.positive("realiseChance", Ranges.unit("realiseChance", realiseChance));
    }
}
