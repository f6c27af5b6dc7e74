package dev.trimtab.benchmark.testing;

import java.util.List;

/**
 * A route of a toy world.
 *
 * @param estimator the estimator that its programs name
 * @param start the score of its draft
 * @param pace it rises at every so-manieth try; 0 for a route that never does
 * @param step by how much it rises
 * @param filler words that its plans are padded with, so that routes cost differently many tokens
 */
public record ToyRoute(String estimator, double start, int pace, double step, int filler) {
    private static final List<String> WORDS = List.of(
            "scaled",
            "binned",
            "clipped",
            "joined",
            "lagged",
            "hashed",
            "ranked",
            "folded",
            "pruned",
            "smoothed",
            "counted",
            "weighted",
            "sampled",
            "encoded",
            "sorted",
            "centred",
            "crossed",
            "logged",
            "masked",
            "merged",
            "padded",
            "rolled",
            "split",
            "stacked");

    /** Returns the plan of one attempt; no two attempts share many runs of words. */
    String words(int attempt) {
        StringBuilder words = new StringBuilder("Train " + estimator + " as attempt number " + attempt + ". It uses");
        for (int i = 0; i < 4 * filler; i++) {
            words.append(' ').append(WORDS.get(Math.floorMod(attempt * 31 + i * i * 7 + i * attempt, WORDS.size())));
        }
        return words.append('.').toString();
    }
}
