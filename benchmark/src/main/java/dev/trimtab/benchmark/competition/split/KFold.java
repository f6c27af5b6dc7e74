package dev.trimtab.benchmark.competition.split;

import dev.trimtab.runtime.Counted;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One of k folds of row numbers: a part of a permutation is held out, the rest trains.
 *
 * @param number which part, from 0
 * @param of how many parts there are, at least 2; their sizes differ by at most 1
 */
public record KFold(int number, int of) {
    /** What the seed of the folds is above that of the split that made the rows. */
    private static final int SEED = 1000;

    /** Checks the ranges. */
    public KFold {
        if (of < 2 || number < 0 || number >= of) {
            throw new IllegalArgumentException(
                    "a fold must be one of at least 2, counted from 0, but was " + number + " of " + of);
        }
    }

    /**
     * Splits n rows, both parts in the order of the permutation.
     *
     * @param n rows
     * @param seed of the split that made the rows, in 0..2^32-1001
     * @throws IllegalArgumentException if there are fewer rows than folds
     */
    public TrainTestSplit split(int n, long seed) {
        if (n < of) {
            throw new IllegalArgumentException(Counted.of(n, "row") + " cannot be split into " + of + " folds");
        }
        int[] order = Permutation.of(n, seed + SEED);
        int from = (int) ((long) number * n / of);
        int to = (int) ((long) (number + 1) * n / of);
        int[] rest = IntStream.concat(Arrays.stream(order, 0, from), Arrays.stream(order, to, n))
                .toArray();
        return new TrainTestSplit(rest, Arrays.copyOfRange(order, from, to));
    }
}
