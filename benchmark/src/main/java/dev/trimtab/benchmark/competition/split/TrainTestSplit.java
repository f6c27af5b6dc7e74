package dev.trimtab.benchmark.competition.split;

import dev.trimtab.runtime.Counted;
import java.util.Arrays;

/**
 * A shuffled split of row numbers as scikit-learn's {@code train_test_split(range(n), random_state=s)} makes it, both
 * parts in the order of the permutation.
 *
 * @param train row numbers of the training part, never empty
 * @param test row numbers of the test part, never empty
 */
@SuppressWarnings("ArrayRecordComponent") // millions of row numbers: boxing would cost ten times the memory
public record TrainTestSplit(int[] train, int[] test) {
    /**
     * Splits n rows.
     *
     * @param n rows, at least 2
     * @param testFraction share of the test part, between 0 and 1, both outside; ceil(testFraction * n) rows are taken
     * @param seed in 0..2^32-1
     * @throws IllegalArgumentException if a part would be empty
     */
    public static TrainTestSplit of(int n, double testFraction, long seed) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("test-fraction must be between 0 and 1 but was " + testFraction);
        }
        int tests = (int) Math.ceil(testFraction * n);
        if (tests >= n) {
            throw new IllegalArgumentException(
                    Counted.of(n, "row") + " with test-fraction " + testFraction + ": no row is left to train on");
        }
        return ofSizes(n, n - tests, tests, seed);
    }

    /**
     * Splits n rows into parts of given sizes; what they leave of the permutation is in neither.
     *
     * @param n rows
     * @param trains rows to train on, at least 1
     * @param tests rows to test on, at least 1
     * @param seed in 0..2^32-1
     * @throws IllegalArgumentException if there are not enough rows
     */
    public static TrainTestSplit ofSizes(int n, int trains, int tests, long seed) {
        if (trains < 1 || tests < 1 || trains + tests > n) {
            throw new IllegalArgumentException(Counted.of(n, "row") + " cannot be split into " + trains
                    + " to train on and " + tests + " to test on");
        }
        int[] order = Permutation.of(n, seed);
        return new TrainTestSplit(Arrays.copyOfRange(order, tests, tests + trains), Arrays.copyOf(order, tests));
    }
}
