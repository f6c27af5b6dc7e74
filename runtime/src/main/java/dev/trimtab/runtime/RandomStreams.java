package dev.trimtab.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random streams keyed by (seed, step, purpose): what one stream draws never depends on how much another drew.
 *
 * @param seed the run's seed
 */
public record RandomStreams(long seed) {
    /**
     * Returns a fresh generator for one purpose within one step; the same key always gives the same numbers.
     *
     * @param step the step of the run, from 0
     * @param purpose what the numbers are for, such as {@code "aide.select"}
     */
    public RandomGenerator stream(int step, String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + name.length);
        key.putLong(seed).putInt(step).put(name);
        return new SplittableRandom(
                ByteBuffer.wrap(Sha256.digest().digest(key.array())).getLong());
    }
}
