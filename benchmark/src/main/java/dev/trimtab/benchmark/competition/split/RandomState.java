package dev.trimtab.benchmark.competition.split;

import java.util.stream.IntStream;

/**
 * NumPy's legacy generator {@code numpy.random.RandomState(seed)}, which scikit-learn and pandas use behind an integer
 * {@code random_state}. Not thread-safe.
 */
public final class RandomState {
    private final MersenneTwister words;

    /** @param seed in 0..2^32-1 */
    public RandomState(long seed) {
        words = new MersenneTwister(seed);
    }

    /**
     * Returns the numbers 0..n-1 as {@code permutation(n)} orders them: Fisher-Yates from the end, each index drawn by
     * masked rejection of 32-bit words.
     *
     * @param n how many, at least 0
     */
    public int[] permutation(int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = atMost(i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /**
     * Returns what {@code randint(low, high)} draws, which is also each element of {@code randint(low, high, size)}.
     *
     * @param low least number
     * @param high above the greatest number, above {@code low}
     */
    public int integer(int low, int high) {
        if (low >= high) {
            throw new IllegalArgumentException("low must be below high but they are " + low + " and " + high);
        }
        return low + atMost(high - low - 1);
    }

    /** Returns what {@code uniform()} draws: a number from 0 to 1, 1 outside, of 53 random bits. */
    public double uniform() {
        long high = words.next32() >>> 5;
        long low = words.next32() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    private int atMost(int limit) {
        if (limit == 0) {
            return 0;
        }
        long mask = 0xffffffffL >>> Integer.numberOfLeadingZeros(limit);
        long drawn = words.next32() & mask;
        while (drawn > limit) {
            drawn = words.next32() & mask;
        }
        return (int) drawn;
    }
}
