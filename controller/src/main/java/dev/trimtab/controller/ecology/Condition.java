package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.ArrayList;
import java.util.List;

/**
 * The factors of the grid, which an experiment sets; every other constant of a world is drawn.
 *
 * @param budget tokens that there are, as a share of what the opened routes take in full, above 0
 * @param lag control steps until the strong verification, at least 1: as many decisions are made
 * @param overlap mean overlap burden in [0,1]
 * @param compression mean compressed cost as a share in (0,1] of the full cost; fewer tokens mean fewer summary states and
 *     more aliases
 * @param contamination share in [0,1) of an item's tokens that are stale on average when the window starts
 * @param resetCost control steps that a reset takes, at least 1
 */
public record Condition(
        double budget, int lag, double overlap, double compression, double contamination, int resetCost) {

    /** The middle of the grid. */
    public static final Condition MIDDLE = new Condition(0.25, 6, 0.2, 0.25, 0.4, 2);

    /** Checks the ranges. */
    public Condition {
        Ranges.positive("budget", budget);
        Ranges.positive("lag", lag);
        Ranges.unit("overlap", overlap);
        Ranges.positive("compression", Ranges.unit("compression", compression));
        if (!(contamination >= 0 && contamination < 1)) {
            throw new IllegalArgumentException("contamination must be in [0, 1) but was " + contamination);
        }
        Ranges.positive("resetCost", resetCost);
    }

    /**
     * The levels of each factor.
     *
     * @param budget shares, as {@link Condition#budget}
     * @param lag control steps
     * @param overlap shares
     * @param compression shares
     * @param contamination shares
     * @param resetCost control steps
     */
    public record Levels(
            List<Double> budget,
            List<Integer> lag,
            List<Double> overlap,
            List<Double> compression,
            List<Double> contamination,
            List<Integer> resetCost) {
        /** Three levels of each factor, {@link Condition#MIDDLE} in the middle: 729 conditions. */
        public static final Levels GRID = new Levels(
                List.of(0.12, 0.25, 0.5),
                List.of(3, 6, 12),
                List.of(0.0, 0.2, 0.5),
                List.of(0.1, 0.25, 0.5),
                List.of(0.1, 0.4, 0.7),
                List.of(1, 2, 4));

        /** Copies the lists. */
        public Levels {
            budget = List.copyOf(budget);
            lag = List.copyOf(lag);
            overlap = List.copyOf(overlap);
            compression = List.copyOf(compression);
            contamination = List.copyOf(contamination);
            resetCost = List.copyOf(resetCost);
        }

        /** Returns every combination, the last factor changing fastest. */
        public List<Condition> conditions() {
            List<Condition> all = new ArrayList<>();
            for (double b : budget) {
                for (int l : lag) {
                    for (double o : overlap) {
                        for (double k : compression) {
                            for (double c : contamination) {
                                resetCost.forEach(r -> all.add(new Condition(b, l, o, k, c, r)));
                            }
                        }
                    }
                }
            }
            return all;
        }
    }
}
