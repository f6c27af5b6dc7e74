package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The reference against another policy: one row of a table.
 *
 * @param where what both arms have in common, in a few words; {@code all} where it is pooled
 * @param other the other policy
 * @param rival what part it plays in the verdict
 * @param percentile by percentile on the leaderboard; null where no pair has one
 * @param medal by whether any medal was won
 */
public record Contrast(
        String where, String other, Rival rival, @Nullable Difference percentile, Difference medal) {
    /** What part a policy plays in the verdict. */
    public enum Rival {
        /** The strongest simple baseline. */
        LEDGER,
        /** The scaffold's own memory. */
        NATIVE,
        /** None. */
        OTHER
    }

    /**
     * A mean difference, positive where the reference is better.
     *
     * @param pairs units that it is the mean of
     * @param wins units in which the reference is better
     * @param losses units in which the other is
     * @param mean the mean
     * @param interval 95 % interval, paired bootstrap; null for one pair and for pairs that are all alike, which the bootstrap can only repeat
     * @param corrected the same at the level that Bonferroni gives for the whole table; null where {@code interval} is
     * @param p two-sided: exact McNemar for medals, Fisher's sign flips for percentiles
     * @param holm the same, corrected by Holm over the whole table
     * @param smallestDetectable difference that so many pairs show with power 0.8 at 5 % uncorrected; null where differences of percentiles have no spread
     */
    public record Difference(
            long pairs,
            long wins,
            long losses,
            double mean,
            @Nullable Interval interval,
            @Nullable Interval corrected,
            double p,
            double holm,
            @Nullable Double smallestDetectable) {
        /** Returns whether the reference is better beyond what chance over the whole table explains. */
        boolean stands() {
            return corrected != null && corrected.low() > 0 && holm <= Contrasts.SIGNIFICANCE;
        }

        /** Returns whether the other is. */
        boolean standsAgainst() {
            return corrected != null && corrected.high() < 0 && holm <= Contrasts.SIGNIFICANCE;
        }
    }
}
