package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.statistics.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out in one cell.
 *
 * @param settings values of the axes by key
 * @param worlds fingerprint of the worlds
 * @param prediction what a law predicts of the reference beside what was seen; null if the experiment asks for none
 * @param rows one a policy, bounds last
 */
public record CellResult(
        Map<String, String> settings,
        String worlds,
        @Nullable PredictionCheck prediction,
        List<Row> rows) {
    /**
     * One policy in one cell.
     *
     * @param policy its name
     * @param bound whether it is a bound and no contender
     * @param episodes episodes
     * @param share share of them with success
     * @param interval 95 % interval of the share, Wilson's
     * @param means means an episode
     * @param comparison reference against this policy, by the same episodes; null for the reference
     */
    public record Row(
            String policy,
            boolean bound,
            int episodes,
            double share,
            Interval interval,
            Means means,
            @Nullable Comparison comparison) {}

    /**
     * Means an episode.
     *
     * @param realised share of episodes that realised an adequate family
     * @param recoverable families that could still be worked on at the verification
     * @param aliases records that came to mean another route
     * @param avoidableRetirements adequate routes that were lost without need
     * @param truncations routes that did not fit the budget
     * @param resets resets
     * @param tokens tokens of hypotheses read
     * @param contamination legacy share of the context
     * @param adequateChoices share of all choices that were on an adequate family
     */
    public record Means(
            double realised,
            double recoverable,
            double aliases,
            double avoidableRetirements,
            double truncations,
            double resets,
            double tokens,
            double contamination,
            double adequateChoices) {}

    /**
     * The reference against one policy.
     *
     * @param wins episodes in which only the reference succeeded
     * @param losses episodes in which only the policy did
     * @param difference the reference's share less the policy's
     * @param interval 95 % interval of the difference, paired bootstrap
     * @param p McNemar's exact test, two-sided
     * @param holm the same, corrected by Holm over all comparisons of the experiment with policies that are no bounds; for a
     *     bound not corrected
     * @param smallestDetectable difference that so many pairs show with power 0.8 at 5 %
     */
    public record Comparison(
            long wins,
            long losses,
            double difference,
            Interval interval,
            double p,
            double holm,
            double smallestDetectable) {
        Comparison corrected(double adjusted) {
            return new Comparison(wins, losses, difference, interval, p, adjusted, smallestDetectable);
        }
    }

    /** Copies the rows. */
    public CellResult {
        rows = List.copyOf(rows);
    }
}
