package dev.trimtab.benchmark.competition.split;

/**
 * NumPy's {@code SeedSequence} of one word of entropy: hashes it into a pool and the pool into a state.
 *
 * <p>Source: O'Neill, "Developing a seed_seq alternative" (2015), with NumPy's constants.
 */
final class SeedSequence {
    private static final int POOL = 4;
    private static final int MULTIPLY_IN = 0x931e8875;
    private static final int MULTIPLY_OUT = 0x58f38ded;
    private static final int START_OUT = 0x8b51f9dd;

    private final int[] pool = new int[POOL];
    private int hash = 0x43b0d7e5;

    SeedSequence(int entropy) {
        for (int i = 0; i < POOL; i++) {
            pool[i] = hashed(i == 0 ? entropy : 0);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    pool[to] = mixed(pool[to], hashed(pool[from]));
                }
            }
        }
    }

    /** Returns {@code generate_state(count, uint64)}. */
    long[] state(int count) {
        long[] state = new long[count];
        int out = START_OUT;
        for (int i = 0; i < 2 * count; i++) {
            int word = pool[i % POOL] ^ out;
            out *= MULTIPLY_OUT;
            word = folded(word * out);
            state[i / 2] |= Integer.toUnsignedLong(word) << (i % 2 == 0 ? 0 : Integer.SIZE);
        }
        return state;
    }

    private int hashed(int value) {
        int word = value ^ hash;
        hash *= MULTIPLY_IN;
        return folded(word * hash);
    }

    private static int mixed(int left, int right) {
        return folded(0xca01f9dd * left - 0x4973f715 * right);
    }

    private static int folded(int word) {
        return word ^ (word >>> 16);
    }
}
