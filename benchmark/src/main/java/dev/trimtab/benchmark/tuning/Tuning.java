package dev.trimtab.benchmark.tuning;

import dev.trimtab.benchmark.simulation.Axis;
import java.util.List;

/**
 * How policies are tuned, as a file in {@code configs/tuning} describes it: every policy by the same budget.
 *
 * @param title what is tuned, in one line
 * @param objective what is made as great as can be
 * @param experiment name in {@code configs/experiments}, or a path, whose cells the policies are tuned in: of the ecology, in the worlds of
 *     the development space, whatever the file says; or of real runs, on development competitions
 * @param budget episodes or runs that one policy may be measured by, at least 1
 * @param candidates settings that are drawn for one policy, at least 2; the first changes nothing
 * @param seed key of the draws
 * @param validation where what is chosen is compared with the policy as it is; not part of the budget
 * @param arms the policies and what may be changed of each
 */
public record Tuning(
        String title,
        Kind objective,
        String experiment,
        int budget,
        int candidates,
        long seed,
        Validating validation,
        List<Arm> arms) {
    /** What policies are measured by. */
    public enum Kind {
        /** Success in simulated searches. */
        ECOLOGY,
        /** What the final submissions of real runs are worth. */
        RUNS
    }

    /** What a key has that a file leaves out. */
    public static final Tuning DEFAULT =
            new Tuning("a tuning", Kind.ECOLOGY, "grid", 60_000, 16, 1, new Validating(0, List.of()), List.of());

    /**
     * Where nothing may be tuned.
     *
     * @param units how long both are measured: held-out worlds of each cell, from the first of the experiment's file on, no world in two cells; or
     *     seeds of each held-out competition; 0 validates nothing
     * @param competitions of real runs, none of them a development one
     */
    public record Validating(int units, List<String> competitions) {
        /** Copies the list and checks the range. */
        public Validating {
            competitions = List.copyOf(competitions);
            if (units < 0) {
                throw new IllegalArgumentException("units must be >= 0 but was " + units);
            }
        }
    }

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
