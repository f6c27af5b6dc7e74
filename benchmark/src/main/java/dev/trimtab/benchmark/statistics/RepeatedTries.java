package dev.trimtab.benchmark.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of one arm on one competition, seen as tries of which some may be made.
 *
 * @param tries at least one
 */
public record RepeatedTries(List<Try> tries) {
    /**
     * One run.
     *
     * @param success whether it won what is asked for
     * @param ownScore what it thought of its submission, higher better; null if it has no score, which is worse than any
     */
    public record Try(boolean success, @Nullable Double ownScore) {
        private double rank() {
            return ownScore == null ? Double.NEGATIVE_INFINITY : ownScore;
        }
    }

    /** Copies the list. */
    public RepeatedTries {
        tries = List.copyOf(tries);
        if (tries.isEmpty()) {
            throw new IllegalArgumentException("tries must not be empty");
        }
    }

    /**
     * Returns the chance that at least one of {@code k} tries succeeds, by the unbiased estimator of Chen et al., Evaluating large language models
     * trained on code, 2021.
     *
     * @param k from 1 to the number of tries
     */
    public double passAtK(int k) {
        require(k);
        int n = tries.size();
        long successes = tries.stream().filter(Try::success).count();
        double none = 1;
        for (int i = 0; i < k; i++) {
            none *= Math.max(0, n - successes - i) / (double) (n - i);
        }
        return 1 - none;
    }

    /**
     * Returns the chance that of {@code k} tries the one with the best own score succeeds, averaged over all choices of {@code k}; among equal own
     * scores any is as likely to be taken. What a user gets who cannot see the private answers.
     *
     * @param k from 1 to the number of tries
     */
    public double bestOfK(int k) {
        require(k);
        double chance = 0;
        for (Try candidate : tries) {
            if (candidate.success()) {
                int worse = (int)
                        tries.stream().filter(t -> t.rank() < candidate.rank()).count();
                int equal = (int)
                        tries.stream().filter(t -> t.rank() == candidate.rank()).count();
                double all = choices(tries.size(), k);
                chance += (choices(worse + equal, k) - choices(worse, k)) / all / equal;
            }
        }
        return chance;
    }

    private void require(int k) {
        if (k < 1 || k > tries.size()) {
            throw new IllegalArgumentException("k must be from 1 to " + tries.size() + " but was " + k);
        }
    }

    /** Returns the number of ways to choose {@code k} of {@code n}. */
    private static double choices(int n, int k) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways *= Math.max(0, n - i) / (double) (i + 1);
        }
        return ways;
    }
}
