package dev.trimtab.controller.ecology;

/**
 * The ranges from which every constant of a world is drawn that no condition sets.
 *
 * @param population how many routes and families there are
 * @param costs what holding a route takes
 * @param quality how good families are and what early promise tells of it
 * @param reading how the model that works and chooses reads its context
 * @param losses how routes get lost
 */
public record WorldRanges(Population population, Costs costs, Quality quality, Reading reading, Losses losses) {
    /** The ranges of the grid. */
    public static final WorldRanges DEFAULT =
            new WorldRanges(Population.DEFAULT, Costs.DEFAULT, Quality.DEFAULT, Reading.DEFAULT, Losses.DEFAULT);

    /** Returns the ranges with other quality. */
    public WorldRanges with(Quality next) {
        return new WorldRanges(population, costs, next, reading, losses);
    }

    /** Returns the ranges with other losses. */
    public WorldRanges with(Losses next) {
        return new WorldRanges(population, costs, quality, reading, next);
    }
}
