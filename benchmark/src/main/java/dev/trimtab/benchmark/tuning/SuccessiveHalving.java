package dev.trimtab.benchmark.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Finds the best of some candidates by successive halving (Jamieson and Talwalkar 2016): each round measures those that are left twice as
 * long as the one before and keeps the better half, until one is left.
 *
 * @param <C> candidates
 * @param measure how good a candidate is, by so many units of measuring
 */
record SuccessiveHalving<C>(BiFunction<C, Integer, SuccessiveHalving.Score> measure) {
    /**
     * What a candidate was seen to be worth.
     *
     * @param success to be as great as can be
     * @param tokens to be as few as can be; decides among equal successes
     */
    record Score(double success, double tokens) {
        private static final Comparator<Score> BEST_FIRST =
                Comparator.comparingDouble(Score::success).reversed().thenComparingDouble(Score::tokens);

        /** Whether it is no worse than the other in both, and better in one. */
        boolean dominates(Score other) {
            return success >= other.success && tokens <= other.tokens && !equals(other);
        }
    }

    /**
     * A candidate in one round.
     *
     * @param round from 0
     * @param units how long it was measured
     */
    record Trial<C>(C candidate, int round, int units, Score score) {}

    /** Returns the rounds that so many candidates take, at least 1. */
    static int rounds(int candidates) {
        int rounds = 1;
        for (int left = (candidates + 1) / 2; left > 1; left = (left + 1) / 2) {
            rounds++;
        }
        return rounds;
    }

    /** Returns the units that the first round may take so that all rounds together take no more than a budget. */
    static int unitsWithin(long budget, int candidates) {
        long each = 0;
        int left = candidates;
        for (int round = 0; round < rounds(candidates); round++) {
            each += (long) left << round;
            left = (left + 1) / 2;
        }
        return (int) (budget / Math.max(1, each));
    }

    /**
     * Returns all trials; the best candidate's is the first of the last round's, which are in order of their scores. Equal ones keep their order.
     *
     * @param candidates at least one
     * @param units of the first round, at least 1
     */
    List<List<Trial<C>>> run(List<C> candidates, int units) {
        List<List<Trial<C>>> rounds = new ArrayList<>();
        List<C> left = candidates;
        for (int round = 0; round < rounds(candidates.size()); round++) {
            int length = units << round;
            List<Trial<C>> trials = new ArrayList<>();
            for (C candidate : left) {
                trials.add(new Trial<>(candidate, round, length, measure.apply(candidate, length)));
            }
            trials.sort(Comparator.comparing(Trial::score, Score.BEST_FIRST));
            rounds.add(List.copyOf(trials));
            left = trials.stream()
                    .limit((trials.size() + 1) / 2)
                    .map(Trial::candidate)
                    .toList();
        }
        return rounds;
    }
}
