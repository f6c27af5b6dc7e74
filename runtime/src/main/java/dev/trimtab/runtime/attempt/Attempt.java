package dev.trimtab.runtime.attempt;

import org.jspecify.annotations.Nullable;

/**
 * One solution that an agent tried: an AIDE node, an MLAB script run, an OpenHands solution file.
 *
 * <p>An attempt is what the controller sees as a hypothesis.
 *
 * @param id unique in the run, and the handle by which an archived attempt is reopened
 * @param parent the attempt this one was made from, or null for a fresh draft
 * @param step the step of the run that made it, from 0
 * @param stage what the step set out to do
 * @param plan the agent's own words on what it tries
 * @param code the whole program, empty where it is not known, as of a shell's command that left a submission
 * @param score the score the program printed for itself (weak verification) in the metric's unit, or null when there is none
 * @param analysis what the agent made of the output
 * @param error the class of the failure such as {@code KeyError}, or null when the program ended well
 * @param fault why the attempt does not count as working, or null when it does
 * @param submitted whether it left a submission file
 * @param declaredFamily the family tag the model declared, or null
 */
public record Attempt(
        String id,
        @Nullable String parent,
        int step,
        Stage stage,
        String plan,
        String code,
        @Nullable Double score,
        String analysis,
        @Nullable String error,
        @Nullable Fault fault,
        boolean submitted,
        @Nullable String declaredFamily) {

    /** What a step sets out to do. */
    public enum Stage {
        DRAFT,
        IMPROVE,
        DEBUG
    }

    /** Why an attempt does not count as working. */
    public enum Fault {
        /** The program failed or was stopped. */
        EXCEPTION,
        /** No score could be read from the output. */
        NO_METRIC,
        /** The program left no submission file. */
        NO_SUBMISSION,
        /** The model's review called it a bug although the program ended well. */
        VERDICT
    }

    /** Returns whether the attempt does not count as working. */
    public boolean buggy() {
        return fault != null;
    }
}
