package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Ranges;
import dev.trimtab.controller.portfolio.Representation;

/**
 * How likely a hypothesis is still recoverable when the strong verification comes (theory §1, {@code sigma_i}).
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (section 1 in docs/theory.md).
 *
 * @param full {@code h} in [0,1]: chance a step that an item held in full is lost
 * @param record the same of a record
 */
public record Survival(double full, double record) {
    /** Checks the ranges. */
    public Survival {
        Ranges.unit("full", full);
        Ranges.unit("record", record);
    }

    /** One hazard for all that is active. */
    public Survival(double lossHazard) {
        this(lossHazard, lossHazard);
    }

    /**
     * Returns {@code sigma} in [0,1] of the hypothesis if it is held as {@code target} from now on.
     *
     * <p>What is extinct stays so; what lies in the archive must come out of it first.
     *
     * @param reserve tokens kept free for reopening a shadow ({@code Q})
     */
    public double of(Hypothesis hypothesis, Representation target, double reserve) {
        if (hypothesis.representation() == Representation.EXTINCT) {
            return 0;
        }
        double reached = hypothesis.representation() == Representation.SHADOW ? hypothesis.recoverability() : 1;
        return switch (target) {
            case FULL -> reached * full(hypothesis.verificationLag());
            case COMPRESSED ->
                reached
                        * compressed(
                                hypothesis.verificationLag(),
                                hypothesis.representation() == Representation.COMPRESSED
                                        ? 0
                                        : hypothesis.aliasHazard().onCompression(),
                                hypothesis.aliasHazard().perRewrite());
            case SHADOW -> hypothesis.cost().recovery() <= reserve ? hypothesis.recoverability() : 0;
            case EXTINCT -> 0;
        };
    }

    /** Returns {@code (1-h)^lag}. */
    public double full(int lag) {
        return Math.pow(1 - full, lag);
    }

    /** Returns {@code (1-a_0) ((1-h)(1-a_1))^lag}. */
    public double compressed(int lag, double onCompression, double perRewrite) {
        return (1 - onCompression) * Math.pow((1 - record) * (1 - perRewrite), lag);
    }
}
