package dev.trimtab.controller.ecology;

/**
 * What was drawn for a world as a whole; meanings and units are those of {@link WorldRanges}, scores in units of score.
 *
 * @param budget {@code B} in tokens
 * @param freshnessKept share in [0,1] of an item's fresh tokens that is fresh a step later, {@code 2^(-1/H)}
 * @param hazard {@code h}
 * @param earlyTells {@code r}
 * @param qualitySpread standard deviation of quality
 * @param headroom mean quality above mean start
 * @param tolerance {@code tol} in units of score
 * @param target {@code target} in units of score
 * @param fullEffort control steps until a route shows its quality
 * @param branchPromise told prior promise of an unopened route
 * @param model traits of the model that works and chooses
 */
public record Constants(
        int budget,
        double freshnessKept,
        double hazard,
        double earlyTells,
        double qualitySpread,
        double headroom,
        double tolerance,
        double target,
        double fullEffort,
        double branchPromise,
        ModelTraits model) {

    /**
     * Traits of the model, as {@link Reading} describes them.
     *
     * @param insight share of a route's remaining rise that it extrapolates
     * @param noise standard deviation of one score's reading error
     * @param pull pull of inertia
     * @param inertiaRate weight of the newest decision in the inertia average
     * @param observationNoise standard deviation of one observed score
     * @param realiseChance chance that a step of work realises an adequate family
     * @param history steps of work on each opened route before the window
     */
    public record ModelTraits(
            double insight,
            double noise,
            double pull,
            double inertiaRate,
            double observationNoise,
            double realiseChance,
            int history) {
        /** Returns the model that reads without error, extrapolates fully and always makes what it works on. */
        ModelTraits perfect() {
            return new ModelTraits(1, 0, pull, inertiaRate, 0, 1, history);
        }
    }
}
