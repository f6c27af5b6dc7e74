package dev.trimtab.benchmark.simulation;

import dev.trimtab.controller.ecology.Condition;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Protocol;
import dev.trimtab.controller.ecology.SeedSpace;
import dev.trimtab.controller.ecology.WorldRanges;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment in the search ecology as a file in {@code configs/experiments} describes it.
 *
 * @param title what it asks, in one line
 * @param measure what counts as success
 * @param prediction what of the reference is set beside a law's value; null if nothing is predicted
 * @param tolerance largest gap between seen and predicted that is called agreement, in [0,1]
 * @param policies files in {@code configs/policies} by name; the first is the reference that every other is compared with
 * @param bounds policies that know more than a contender may: {@code oracle}, {@code posterior-optimal}; told, not counted
 * @param axes factors that are varied, every combination a cell
 * @param worlds which worlds
 * @param ecology what the worlds are like
 * @param report what is told beside the table
 */
public record Experiment(
        String title,
        Measure measure,
        @Nullable Prediction prediction,
        double tolerance,
        List<String> policies,
        List<String> bounds,
        List<Axis> axes,
        Worlds worlds,
        Ecology ecology,
        Report report) {
    /** What a key has that a file leaves out. */
    public static final Experiment DEFAULT = new Experiment(
            "an experiment",
            Measure.SUCCESS,
            null,
            0.05,
            List.of("portfolio"),
            List.of(),
            List.of(),
            new Worlds(SeedSpace.HELD_OUT, 0, 200, null),
            new Ecology(Condition.MIDDLE, WorldRanges.DEFAULT, Protocol.DEFAULT),
            new Report(/* regret= */ false, /* calibration= */ false, /* posterior= */ false));

    /**
     * What is told beside the table.
     *
     * @param regret what the failures of each policy come from; up to 64 further episodes for each
     * @param calibration adequacy that the reference predicts at its last decision against success, in ten bins; one window only
     * @param posterior every policy against the best plan under the posterior of what it had seen; only in worlds where that can be computed
     */
    public record Report(boolean regret, boolean calibration, boolean posterior) {}

    /**
     * Which worlds.
     *
     * @param space seed space
     * @param first index of the first world, at least 0
     * @param episodes worlds a cell, at least 1
     * @param fingerprint SHA-256 over the fingerprints of all cells, frozen before the table was made; null if none is stated
     */
    public record Worlds(
            SeedSpace space,
            long first,
            int episodes,
            @Nullable String fingerprint) {
        /** Checks the ranges. */
        public Worlds {
            if (first < 0) {
                throw new IllegalArgumentException("first must be >= 0 but was " + first);
            }
            if (episodes < 1) {
                throw new IllegalArgumentException("episodes must be >= 1 but was " + episodes);
            }
        }
    }

    /**
     * What the worlds are like.
     *
     * @param condition factors that are set
     * @param ranges what all else is drawn from
     * @param protocol how policies and searches work together
     */
    public record Ecology(Condition condition, WorldRanges ranges, Protocol protocol) {}

    /** Copies the lists and checks that there is a policy, and no policy and no axis is named twice. */
    public Experiment {
        policies = List.copyOf(policies);
        bounds = List.copyOf(bounds);
        axes = List.copyOf(axes);
        if (!(tolerance >= 0 && tolerance <= 1)) {
            throw new IllegalArgumentException("tolerance must be in [0,1] but was " + tolerance);
        }
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("policies must name at least one");
        }
        if (new HashSet<>(policies).size() < policies.size()) {
            throw new IllegalArgumentException("policies must not name one twice");
        }
        if (axes.stream().map(Axis::key).distinct().count() < axes.size()) {
            throw new IllegalArgumentException("axes must not vary a key twice");
        }
    }

    /** Returns the policy that every other is compared with. */
    public String reference() {
        return policies.get(0);
    }

    /** Returns the worlds of this cell. */
    public Ensemble ensemble() {
        return new Ensemble(
                ecology.ranges(),
                ecology.condition(),
                ecology.protocol(),
                worlds.space(),
                worlds.first(),
                worlds.episodes());
    }
}
