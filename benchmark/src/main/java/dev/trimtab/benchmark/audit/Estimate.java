package dev.trimtab.benchmark.audit;

import dev.trimtab.controller.law.Quantity;

/**
 * A constant of the laws as a run's log estimates it.
 *
 * @param symbol as in {@code docs/theory.md}
 * @param value the estimate
 * @param provenance {@code estimated(n)}, or {@code assumed} below the least count
 * @param prior what it is before anything was seen
 * @param observations how many the log holds
 * @param from what counts as one
 */
public record Estimate(String symbol, double value, String provenance, double prior, int observations, String from) {
    static Estimate of(String symbol, Quantity quantity, double prior, int observations, String from) {
        return new Estimate(symbol, quantity.value(), quantity.provenance().toString(), prior, observations, from);
    }
}
