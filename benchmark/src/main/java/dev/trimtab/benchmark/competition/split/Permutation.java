package dev.trimtab.benchmark.competition.split;

/** The permutation that NumPy's legacy {@code RandomState(seed).permutation(n)} returns. */
public final class Permutation {
    private Permutation() {}

    /**
     * Returns the numbers 0..n-1 in the order of NumPy's legacy generator.
     *
     * @param n how many, at least 0
     * @param seed in 0..2^32-1
     */
    public static int[] of(int n, long seed) {
        return new RandomState(seed).permutation(n);
    }
}
