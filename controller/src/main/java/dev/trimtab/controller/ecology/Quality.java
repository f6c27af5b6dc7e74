package dev.trimtab.controller.ecology;

/**
 * How good families are, in units of score, and what early promise tells of it.
 *
 * <p>A family of early promise {@code a ~ N(0,1)} starts at the score {@code earlySpread a}; its quality, the score under full
 * effort, is {@code headroom + qualitySpread (r a + sqrt(1-r²) z)}, {@code z ~ N(0,1)} drawn after everything that a policy
 * sees at first. With {@code r} below 0 lures and buried families are common, at 1 early promise is the truth.
 *
 * @param earlyTells {@code r} in [-1,1]; default -0.6 to 0.4
 * @param earlySpread standard deviation of starts over families, at least 0; default 0.04 to 0.1
 * @param carrierSpread further standard deviation of starts within a family, as a share of {@code earlySpread}; default 0 to
 *     0.5
 * @param qualitySpread standard deviation of quality over families, at least 0; default 0.04 to 0.1
 * @param headroom how far quality lies above starts on average; default 0.02 to 0.1
 * @param tolerance {@code tol}: how far below the best an adequate family may be, in units of {@code qualitySpread}, at least
 *     0; default 0.1 to 0.6
 * @param target {@code target}: the aim, in units of {@code qualitySpread} above the mean quality, may be infinite; default
 *     0.5 to 3
 * @param fullEffort control steps of work until a route shows its quality, above 0; default 3 to 8
 */
public record Quality(
        Range earlyTells,
        Range earlySpread,
        Range carrierSpread,
        Range qualitySpread,
        Range headroom,
        Range tolerance,
        Range target,
        Range fullEffort) {
    /** The defaults. */
    public static final Quality DEFAULT = new Quality(
            new Range(-0.6, 0.4),
            new Range(0.04, 0.1),
            new Range(0, 0.5),
            new Range(0.04, 0.1),
            new Range(0.02, 0.1),
            new Range(0.1, 0.6),
            new Range(0.5, 3),
            new Range(3, 8));

    /** Checks the ranges. */
    public Quality {
        earlyTells.within("earlyTells", -1, 1);
        earlySpread.within("earlySpread", 0, 1e6);
        carrierSpread.within("carrierSpread", 0, 1e6);
        qualitySpread.within("qualitySpread", 0, 1e6);
        tolerance.within("tolerance", 0, 1e6);
        fullEffort.within("fullEffort", Double.MIN_NORMAL, 1e6);
    }

    /** Returns the same with another {@code r}. */
    public Quality withEarlyTells(Range next) {
        return new Quality(next, earlySpread, carrierSpread, qualitySpread, headroom, tolerance, target, fullEffort);
    }
}
