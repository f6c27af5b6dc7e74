package dev.trimtab.controller.ecology;

/**
 * How routes get lost, and how well a policy is told of it.
 *
 * @param hazard {@code h} in [0,1]: chance a step that an active item is lost other than by a decision; default 0 to 0.03
 * @param recoverability {@code rho} in [0,1]: chance that an archived route can be reopened; default 0.2 to 0.95
 * @param aliasOnCompression {@code a_0} in [0,1] of a record of no tokens; a record of a share {@code k} of the full cost has
 *     {@code (1-k) a_0}; default 0 to 0.2
 * @param aliasPerRewrite {@code a_1} in [0,1]: chance a step that a record comes to mean another route; default 0 to 0.05
 * @param summaryStates states that a record of a quarter of the full cost can be in, from 1; the number grows with its
 *     share; two records in one state are one; default 20 to 100
 * @param halfLife {@code H}: control steps after which half of an item that saw no evidence is legacy, above 0, may be
 *     infinite; default 4 to 16
 * @param misstatement standard deviation of the logarithm of told over true recoverabilities and alias hazards, at least 0;
 *     default 0 to 0.4
 */
public record Losses(
        Range hazard,
        Range recoverability,
        Range aliasOnCompression,
        Range aliasPerRewrite,
        Range summaryStates,
        Range halfLife,
        Range misstatement) {
    /** The defaults. */
    public static final Losses DEFAULT = new Losses(
            new Range(0, 0.03),
            new Range(0.2, 0.95),
            new Range(0, 0.2),
            new Range(0, 0.05),
            new Range(20, 100),
            new Range(4, 16),
            new Range(0, 0.4));

    /** Checks the ranges. */
    public Losses {
        hazard.within("hazard", 0, 1);
        recoverability.within("recoverability", 0, 1);
        aliasOnCompression.within("aliasOnCompression", 0, 1);
        aliasPerRewrite.within("aliasPerRewrite", 0, 1);
        summaryStates.within("summaryStates", 1, 1e9);
        halfLife.within("halfLife", Double.MIN_NORMAL, Double.POSITIVE_INFINITY);
        misstatement.within("misstatement", 0, 1e6);
    }
}
