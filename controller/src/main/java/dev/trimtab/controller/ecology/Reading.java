package dev.trimtab.controller.ecology;

/**
 * How the model that works on routes and chooses among them reads its context (law L1); scores are those of {@link Quality}.
 *
 * @param insight share in [0,1] of a route's remaining rise that the model extrapolates from the rise it saw; default 0 to 1
 * @param noise {@code sigma_epsilon}: standard deviation of one score's reading error, at least 0; default 0.01 to 0.06
 * @param pull {@code iota}: pull of inertia, at least 0; default 0 to 0.2
 * @param inertiaRate weight in (0,1] of the newest decision in the inertia average; default 0.1 to 0.5
 * @param observationNoise standard deviation of one observed score, at least 0; default 0.003 to 0.02
 * @param realiseChance {@code u} in [0,1]: chance that a step of work on a fit route of an adequate family realises it; default
 *     0.1 to 0.5
 * @param history steps of work on each opened route before the window, whole numbers from 0; default 0
 */
public record Reading(
        Range insight,
        Range noise,
        Range pull,
        Range inertiaRate,
        Range observationNoise,
        Range realiseChance,
        Range history) {
    /** The defaults. */
    public static final Reading DEFAULT = new Reading(
            new Range(0, 1),
            new Range(0.01, 0.06),
            new Range(0, 0.2),
            new Range(0.1, 0.5),
            new Range(0.003, 0.02),
            new Range(0.1, 0.5),
            Range.of(0));

    /** Checks the ranges. */
    public Reading {
        insight.within("insight", 0, 1);
        noise.within("noise", 0, 1e6);
        pull.within("pull", 0, 1e6);
        inertiaRate.within("inertiaRate", 0, 1);
        observationNoise.within("observationNoise", 0, 1e6);
        realiseChance.within("realiseChance", 0, 1);
        history.within("history", 0, 1e6);
    }
}
