package dev.trimtab.benchmark.simulation;

import java.util.List;

/**
 * How policies are tuned in the search ecology, as a file in {@code configs/tuning} describes it: every policy by the same budget.
 *
 * @param title what is tuned, in one line
 * @param experiment name in {@code configs/experiments}, or a path, whose cells the policies are tuned in; its worlds are those of the
 *     development space, whatever the file says, and its measure is what is made as great as can be
 * @param budget episodes that may be run for one policy, at least 1
 * @param candidates settings that are drawn for one policy, at least 2; the first changes nothing
 * @param seed key of the draws
 * @param arms the policies and what may be changed of each
 */
public record Tuning(String title, String experiment, int budget, int candidates, long seed, List<Arm> arms) {
    /** What a key has that a file leaves out. */
    public static final Tuning DEFAULT = new Tuning("a tuning", "grid", 60_000, 16, 1, List.of());

    /**
     * A policy to tune.
     *
     * @param policy file in {@code configs/policies} by name
     * @param space dotted keys of that file, such as {@code portfolio.goals.failure}, with the values that each may take
     */
    public record Arm(String policy, List<Axis> space) {
        /** Copies the list. */
        public Arm {
            space = List.copyOf(space);
        }
    }

    /** Copies the list and checks the ranges. */
    public Tuning {
        arms = List.copyOf(arms);
        if (budget < 1) {
            throw new IllegalArgumentException("budget must be >= 1 but was " + budget);
        }
        if (candidates < 2) {
            throw new IllegalArgumentException("candidates must be >= 2 but was " + candidates);
        }
    }
}
