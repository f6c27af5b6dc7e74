package dev.trimtab.benchmark.competition.split;

import java.util.stream.IntStream;

/** The permutation that NumPy's legacy {@code RandomState(seed).permutation(n)} returns. */
public final class Permutation {
    private Permutation() {}

    /**
     * Returns the numbers 0..n-1 in the order of NumPy's legacy generator: Fisher-Yates from the end, each index drawn
     * by masked rejection of 32-bit words.
     *
     * @param n how many, at least 0
     * @param seed in 0..2^32-1
     */
    public static int[] of(int n, long seed) {
        int[] order = IntStream.range(0, n).toArray();
        MersenneTwister random = new MersenneTwister(seed);
        for (int i = n - 1; i > 0; i--) {
            int j = atMost(i, random);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static int atMost(int limit, MersenneTwister random) {
        long mask = 0xffffffffL >>> Integer.numberOfLeadingZeros(limit);
        long drawn = random.next32() & mask;
        while (drawn > limit) {
            drawn = random.next32() & mask;
        }
        return (int) drawn;
    }
}
