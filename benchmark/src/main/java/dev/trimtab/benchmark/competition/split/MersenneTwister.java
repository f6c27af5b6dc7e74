package dev.trimtab.benchmark.competition.split;

/**
 * The 32-bit Mersenne Twister MT19937 seeded by one integer, as behind NumPy's {@code RandomState}.
 *
 * <p>Source: Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), with the seeding of their 2002 revision.
 * Not thread-safe.
 */
final class MersenneTwister {
    private static final int WORDS = 624;
    private static final int MIDDLE = 397;
    private static final int TWIST = 0x9908b0df;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    /** @param seed in 0..2^32-1 */
    MersenneTwister(long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new IllegalArgumentException("seed must be in 0..4294967295 but was " + seed);
        }
        state[0] = (int) seed;
        for (int i = 1; i < WORDS; i++) {
            int previous = state[i - 1];
            state[i] = 1812433253 * (previous ^ (previous >>> 30)) + i;
        }
    }

    /** Returns the next 32 bits as a number in 0..2^32-1. */
    long next32() {
        if (next == WORDS) {
            refill();
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        word ^= word >>> 18;
        return Integer.toUnsignedLong(word);
    }

    private void refill() {
        for (int i = 0; i < WORDS; i++) {
            int joined = (state[i] & UPPER) | (state[(i + 1) % WORDS] & LOWER);
            int twisted = (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : TWIST);
            state[i] = state[(i + MIDDLE) % WORDS] ^ twisted;
        }
        next = 0;
    }
}
