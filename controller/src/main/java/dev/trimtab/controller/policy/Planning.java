package dev.trimtab.controller.policy;

/**
 * How hard the planner works before it thins its fronts; whatever it gives up stands in the plan's bound.
 *
 * @param frontSize points that a front may hold before it is thinned, at least 2; default 48. It is what a search of few
 *     hypotheses gets: beyond {@code EXACT_ITEMS} of them fronts and levels shrink in proportion, so that the
 *     time of a decision grows no faster than their number
 * @param reserveLevels reserve levels that are tried, at least 1; more distinct recovery costs than that are rounded up
 *     to so many levels; default 8
 */
public record Planning(int frontSize, int reserveLevels) {
    /** The defaults. */
    public static final Planning DEFAULT = new Planning(48, 8);

    private static final int EXACT_ITEMS = 24;

    /** Checks the ranges. */
    public Planning {
        if (frontSize < 2) {
            throw new IllegalArgumentException("frontSize must be >= 2 but was " + frontSize);
        }
        if (reserveLevels < 1) {
            throw new IllegalArgumentException("reserveLevels must be >= 1 but was " + reserveLevels);
        }
    }

    /** Returns the planning for so many hypotheses. */
    Planning forItems(int items) {
        int times = Math.max(1, (items + EXACT_ITEMS - 1) / EXACT_ITEMS);
        return new Planning(Math.max(Math.min(8, frontSize), frontSize / times), Math.max(1, reserveLevels / times));
    }
}
