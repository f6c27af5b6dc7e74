package dev.trimtab.controller.estimate;

import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.portfolio.Ranges;

/**
 * The chance of an event from how often it came, by a beta prior: the posterior mean {@code (w m + k) / (w + n)}.
 *
 * <p>It serves every constant that is a chance: {@code h} (active items lost a step), {@code rho} (recoveries that worked), {@code a_0}
 * and {@code a_1} (records that misled), {@code u} (directed decisions that realised an adequate family), {@code q} (families that
 * were adequate), {@code nu} (tokens replaced a step).
 *
 * @param prior {@code m} in (0,1), the mean before anything was seen
 * @param weight {@code w > 0}, how many observations the prior counts as
 * @param leastCount observations below which the estimate still counts as assumed, at least 1
 */
public record RateEstimator(double prior, double weight, int leastCount) {
    /** Checks the ranges. */
    public RateEstimator {
        Ranges.positive("prior", Ranges.unit("prior", prior));
        Ranges.positive("1 - prior", 1 - prior);
        Ranges.positive("weight", weight);
        Ranges.positive("leastCount", leastCount);
    }

    /**
     * Returns the estimate.
     *
     * @param events {@code k}, from 0 to {@code trials}
     * @param trials {@code n >= 0}
     */
    public Quantity of(int events, int trials) {
        Ranges.nonNegative("events", events);
        Ranges.nonNegative("trials - events", trials - events);
        double mean = (weight * prior + events) / (weight + trials);
        return trials < leastCount ? Quantity.assumed(mean) : Quantity.estimated(mean, trials);
    }
}
