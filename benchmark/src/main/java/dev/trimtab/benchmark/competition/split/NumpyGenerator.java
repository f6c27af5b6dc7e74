package dev.trimtab.benchmark.competition.split;

import java.math.BigInteger;

/**
 * NumPy's generator {@code numpy.random.default_rng(seed)}: PCG64, that is PCG XSL-RR 128/64, seeded by a
 * {@code SeedSequence}. Not thread-safe.
 *
 * <p>Source: O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms" (2014).
 */
public final class NumpyGenerator {
    private static final BigInteger MULTIPLIER = new BigInteger("2360ed051fc65da44385df649fccf645", 16);
    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private final BigInteger increment;
    private BigInteger state;

    /** @param seed in 0..2^32-1 */
    public NumpyGenerator(long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new IllegalArgumentException("seed must be in 0..4294967295 but was " + seed);
        }
        long[] words = new SeedSequence((int) seed).state(4);
        increment = wide(words[2], words[3]).shiftLeft(1).or(BigInteger.ONE).and(MASK);
        state = stepped(increment.add(wide(words[0], words[1])).and(MASK));
    }

    /** Returns what {@code random()} draws: a number from 0 to 1, 1 outside, of 53 random bits. */
    public double uniform() {
        return (next64() >>> 11) * 0x1.0p-53;
    }

    /** Returns what {@code uniform(low, high)} draws. */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    long next64() {
        state = stepped(state);
        long high = state.shiftRight(64).longValue();
        return Long.rotateRight(high ^ state.longValue(), (int) (high >>> 58));
    }

    private BigInteger stepped(BigInteger from) {
        return from.multiply(MULTIPLIER).add(increment).and(MASK);
    }

    private static BigInteger wide(long high, long low) {
        return unsigned(high).shiftLeft(64).or(unsigned(low));
    }

    private static BigInteger unsigned(long word) {
        return new BigInteger(Long.toUnsignedString(word));
    }
}
