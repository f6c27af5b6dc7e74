package dev.trimtab.controller.law;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What would have cured a failed episode, memory and model taken as two blocs (law L10). Every failed episode is of exactly
 * one class.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L10 in docs/theory.md).
 */
public enum FailureClass {
    /** Only better memory cures it alone. */
    MEMORY,
    /** Only a better model cures it alone. */
    MODEL,
    /** Each of the two cures it alone. */
    EITHER,
    /** Neither does alone, the two together do. */
    BOTH,
    /** Nothing does. */
    NEITHER;

    /**
     * Returns the class.
     *
     * @param byMemory whether the episode succeeds with all memory channels off
     * @param byModel whether it succeeds with the model's channel off
     * @param byBoth whether it succeeds with all channels off
     */
    public static FailureClass of(boolean byMemory, boolean byModel, boolean byBoth) {
        if (byMemory) {
            return byModel ? EITHER : MEMORY;
        }
        return byModel ? MODEL : byBoth ? BOTH : NEITHER;
    }

    /** Returns the class of the episode of a table; empty if the episode succeeded as it was. */
    public static Optional<FailureClass> of(CounterfactualTable episode) {
        if (succeeded(episode, Set.of())) {
            return Optional.empty();
        }
        return Optional.of(of(
                succeeded(episode, Channel.memory()),
                succeeded(episode, Set.of(Channel.RAW_MODEL)),
                succeeded(episode, EnumSet.allOf(Channel.class))));
    }

    private static boolean succeeded(CounterfactualTable episode, Set<Channel> off) {
        double success = episode.with(off);
        if (success != 0 && success != 1) {
            throw new IllegalArgumentException("one episode succeeds or fails, but its success was " + success);
        }
        return success == 1;
    }
}
