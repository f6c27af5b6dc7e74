package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.RandomStreams;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/** Randomness keyed by (seed, request, how often it was answered before, purpose); no other request plays a part. */
public final class Draws {
    private final RandomStreams streams;
    private final String request;

    /**
     * @param seed the model's seed
     * @param text the request without what must not be read
     * @param before how often the request was answered before, at least 0
     */
    public Draws(long seed, String text, int before) {
        this.streams = new RandomStreams(seed);
        this.request = Long.toHexString(ByteBuffer.wrap(sha256(text)).getLong()) + (before == 0 ? "" : "." + before);
    }

    /** Returns a fresh generator for one purpose. */
    public RandomGenerator of(String purpose) {
        return streams.stream(0, "offline." + purpose + "." + request);
    }

    /** Returns whether something happens that has this probability. */
    public boolean happens(String purpose, double probability) {
        return of(purpose).nextDouble() < probability;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
