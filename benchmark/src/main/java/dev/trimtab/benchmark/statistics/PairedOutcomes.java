package dev.trimtab.benchmark.statistics;

import dev.trimtab.controller.probability.Normal;

/**
 * Successes of two policies in the same episodes.
 *
 * @param wins pairs in which only the first succeeded
 * @param losses pairs in which only the second did
 * @param pairs pairs in all, at least 1
 */
public record PairedOutcomes(long wins, long losses, long pairs) {
    /** Checks the ranges. */
    public PairedOutcomes {
        if (wins < 0 || losses < 0 || pairs < 1 || wins + losses > pairs) {
            throw new IllegalArgumentException("wins and losses must be >= 0 and at most pairs >= 1 but were " + wins
                    + ", " + losses + " of " + pairs);
        }
    }

    /** Returns the first's share of successes less the second's, in [-1,1]. */
    public double difference() {
        return (wins - losses) / (double) pairs;
    }

    /** Returns whether there is one pair or all fell alike: such pairs have no spread to make an interval of. */
    public boolean alike() {
        return wins == pairs || losses == pairs || wins + losses == 0;
    }

    /**
     * Returns the two-sided p-value of McNemar's exact test: under no difference a discordant pair falls either way alike
     * (McNemar 1947). What is below 1e-15 may read 0.
     */
    public double exactMcNemar() {
        TernarySum upward = TernarySum.of(0, 0.5, wins + losses);
        return Math.min(1, 2 * upward.atMost(Math.min(wins, losses)));
    }

    /**
     * Returns the percentile interval of the paired bootstrap of the difference, from its exact distribution instead of
     * drawn samples (Efron's ideal bootstrap, 1979). Where the pairs are {@link #alike} it is a point and tells nothing.
     *
     * @param level confidence in (0,1)
     */
    public Interval bootstrapInterval(double level) {
        TernarySum resampled = TernarySum.of(losses / (double) pairs, wins / (double) pairs, pairs);
        return new Interval(
                resampled.quantile((1 - level) / 2) / (double) pairs,
                resampled.quantile((1 + level) / 2) / (double) pairs);
    }

    /**
     * Returns the smallest true difference that so many pairs would show, at the discordance seen (one pair of either kind added,
     * so that it is never taken to be none), by the normal approximation (Connor 1987).
     *
     * @param significance two-sided, in (0,1)
     * @param power in (0,1)
     */
    public double smallestDetectable(double significance, double power) {
        double level = Normal.quantile(1 - significance / 2);
        double strength = Normal.quantile(power);
        double discordance = Math.min(1, (wins + losses + 2) / (pairs + 2.0));
        double low = 0;
        double high = discordance;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double spread =
                    level * Math.sqrt(discordance) + strength * Math.sqrt(Math.max(0, discordance - middle * middle));
            if (middle * Math.sqrt((double) pairs) < spread) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
