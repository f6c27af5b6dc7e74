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
    private static final long ARRAY_SEED = 19650218;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    /** @param seed in 0..2^32-1 */
    MersenneTwister(long seed) {
        state[0] = checked(seed);
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * mixed(state[i - 1]) + i;
        }
    }

    /**
     * Returns the generator that Python's {@code random.seed} makes of a whole number: seeded by an array of one word.
     *
     * @param seed in 0..2^32-1
     */
    static MersenneTwister seededByArray(long seed) {
        MersenneTwister random = new MersenneTwister(ARRAY_SEED);
        int[] state = random.state;
        int key = checked(seed);
        int at = 1;
        for (int round = 0; round < WORDS; round++) {
            state[at] = (state[at] ^ (mixed(state[at - 1]) * 1664525)) + key;
            at = random.advanced(at);
        }
        for (int round = 0; round < WORDS - 1; round++) {
            state[at] = (state[at] ^ (mixed(state[at - 1]) * 1566083941)) - at;
            at = random.advanced(at);
        }
        state[0] = UPPER;
        return random;
    }

    private static int mixed(int word) {
        return word ^ (word >>> 30);
    }

    private int advanced(int at) {
        if (at + 1 < WORDS) {
            return at + 1;
        }
        state[0] = state[WORDS - 1];
        return 1;
    }

    private static int checked(long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new IllegalArgumentException("seed must be in 0..4294967295 but was " + seed);
        }
        return (int) seed;
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
