package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * What is believed of gains before any evidence: routes are of two classes, those that move when worked on and those
 * that do not (theory §2, evidence and promise). Gains are in units of {@code scale} per unit of effort.
 *
 * @param familyPrior probability in (0,1) that a family is adequate; default 0.3
 * @param fitnessPrior probability in (0,1] that a route of an adequate family can realise it; default 0.7
 * @param scale how many units of the evidence's value make one unit of gain, above 0; default 0.02
 * @param risingGain mean gain a unit of effort of a route that can realise an adequate family; default 1
 * @param flatGain the same of every other route, below {@code risingGain}; default 0
 * @param spread standard deviation of a route's own gain around its class's, at least 0; default 0.5
 * @param noise standard deviation of one gain beside the evidence's own noise, above 0; default 0.5
 */
public record GainModel(
        double familyPrior,
        double fitnessPrior,
        double scale,
        double risingGain,
        double flatGain,
        double spread,
        double noise) {
    /** The defaults. */
    public static final GainModel DEFAULT = new GainModel(0.3, 0.7, 0.02, 1, 0, 0.5, 0.5);

    /** Checks the ranges. */
    public GainModel {
        Ranges.positive("familyPrior", Ranges.unit("familyPrior", familyPrior));
        Ranges.positive("fitnessPrior", Ranges.unit("fitnessPrior", fitnessPrior));
        Ranges.positive("scale", scale);
        if (!(flatGain < risingGain)) {
            throw new IllegalArgumentException(
                    "flatGain must be below risingGain=" + risingGain + " but was " + flatGain);
        }
        Ranges.nonNegative("spread", spread);
        Ranges.positive("noise", noise);
    }
}
