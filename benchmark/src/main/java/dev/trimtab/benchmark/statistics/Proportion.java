package dev.trimtab.benchmark.statistics;

import dev.trimtab.controller.probability.Normal;

/**
 * A share of successes.
 *
 * @param successes from 0 to {@code trials}
 * @param trials at least 1
 */
public record Proportion(long successes, long trials) {
    /** Checks the ranges. */
    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes must be in [0, trials] and trials >= 1 but were " + successes + " of " + trials);
        }
    }

    /** Returns successes over trials. */
    public double share() {
        return successes / (double) trials;
    }

    /**
     * Returns Wilson's score interval (Wilson, Probable inference, 1927).
     *
     * @param level confidence in (0,1)
     */
    public Interval interval(double level) {
        double z = Normal.quantile((1 + level) / 2);
        double n = trials;
        double p = share();
        double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(
                successes == 0 ? 0 : Math.max(0, middle - half), successes == trials ? 1 : Math.min(1, middle + half));
    }
}
