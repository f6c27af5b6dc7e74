package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * The factors of the grid, which an experiment sets; every other constant of a world is drawn.
 *
 * @param budget tokens that there are, as a share of what the opened routes take in full, above 0
 * @param lag control steps until the strong verification, at least 1: as many decisions are made
 * @param overlap mean overlap burden in [0,1]
 * @param compression mean compressed cost as a share in (0,1] of the full cost; fewer tokens mean fewer summary states and
 *     more aliases
 * @param contamination share in [0,1) of an item's tokens that are stale on average when the window starts
 * @param resetCost control steps that a reset takes, at least 1
 */
public record Condition(
        double budget, int lag, double overlap, double compression, double contamination, int resetCost) {

    /** The middle of the grid. */
    public static final Condition MIDDLE = new Condition(0.25, 6, 0.2, 0.25, 0.4, 2);

    /** Checks the ranges. */
    public Condition {
        Ranges.positive("budget", budget);
        Ranges.positive("lag", lag);
        Ranges.unit("overlap", overlap);
        Ranges.positive("compression", Ranges.unit("compression", compression));
        if (!(contamination >= 0 && contamination < 1)) {
            throw new IllegalArgumentException("contamination must be in [0, 1) but was " + contamination);
        }
        Ranges.positive("resetCost", resetCost);
    }
}
