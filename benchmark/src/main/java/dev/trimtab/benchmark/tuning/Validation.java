package dev.trimtab.benchmark.tuning;

import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.statistics.PairedDifferences;
import java.util.ArrayList;
import java.util.List;

/**
 * What the settings chosen are worth where nothing was tuned, against the policy as it is.
 *
 * @param heldOut SHA-256 over what was measured in
 * @param pairs searches or runs of each, the same worlds, or competitions and seeds, for both
 * @param tuned mean of the measure under the settings chosen
 * @param untuned mean of it with the policy as it is
 * @param difference {@code tuned} less {@code untuned}
 * @param interval 95 % interval of it, paired bootstrap
 */
public record Validation(
        String heldOut, int pairs, double tuned, double untuned, double difference, Interval interval) {
    private static final double LEVEL = 0.95;

    /**
     * Compares values pair by pair.
     *
     * @param tuned values of the measure under the settings chosen, at least one
     * @param untuned those with the policy as it is, as many
     */
    static Validation of(String heldOut, List<Double> tuned, List<Double> untuned) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < tuned.size(); i++) {
            differences.add(tuned.get(i) - untuned.get(i));
        }
        PairedDifferences pairs = new PairedDifferences(differences);
        return new Validation(
                heldOut,
                pairs.pairs(),
                new PairedDifferences(tuned).mean(),
                new PairedDifferences(untuned).mean(),
                pairs.mean(),
                pairs.bootstrapInterval(LEVEL));
    }
}
