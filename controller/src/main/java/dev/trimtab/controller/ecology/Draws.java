package dev.trimtab.controller.ecology;

import java.util.SplittableRandom;

/**
 * Random numbers by key instead of by order: each depends on (world, purpose, entity, step) alone, so that two policies in
 * one world meet the same numbers whatever else they draw.
 *
 * @param key the world's key
 */
record Draws(long key) {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** Returns a number drawn evenly from [0,1). */
    double uniform(Purpose purpose, int entity, int step) {
        return (bits(purpose, entity, step) >>> 11) * 0x1.0p-53;
    }

    /** Returns a number drawn from the normal distribution of mean 0 and variance 1. */
    double gaussian(Purpose purpose, int entity, int step) {
        return new SplittableRandom(bits(purpose, entity, step)).nextGaussian();
    }

    /** Returns a number of a range for the world as a whole. */
    double of(Purpose purpose, Range range) {
        return range.at(uniform(purpose, 0, 0));
    }

    private long bits(Purpose purpose, int entity, int step) {
        long mixed = mix(key + GOLDEN * purpose.salt());
        mixed = mix(mixed + GOLDEN * (entity + 1L));
        return mix(mixed + GOLDEN * (step + 1L));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014), a bijection of 64 bits. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
