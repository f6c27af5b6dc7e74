package dev.trimtab.controller.portfolio;

import java.util.OptionalDouble;

/**
 * What the next decision needs to know of a hypothesis (law L7, {@code psi(i)}). Two hypotheses with equal signatures
 * may be summed up alike; two with different ones may not.
 *
 * @param family the family it belongs to
 * @param outcome how its last attempt ended
 * @param bestScore its best score, rounded to the metric's resolution; empty if it has none
 * @param errorClass the class of its last error, such as {@code NumberFormatException}; empty if there was none
 * @param openQuestion what is not settled about it, in a few words; empty if nothing is
 * @param nextAction what to do with it next, in a few words; empty if nothing is planned
 */
public record ControlSignature(
        Family family,
        Outcome outcome,
        OptionalDouble bestScore,
        String errorClass,
        String openQuestion,
        String nextAction) {

    /** How an attempt ended. */
    public enum Outcome {
        /** Nothing was executed yet. */
        UNTRIED,
        /** It ran and gave a valid score. */
        SCORED,
        /** It failed with an error. */
        FAILED,
        /** It ran out of time or memory. */
        EXHAUSTED
    }

    /** Returns whether mistaking the other for this one would mislead the next decision across families or actions. */
    public boolean conflictsWith(ControlSignature other) {
        return !family.equals(other.family) || !nextAction.equals(other.nextAction);
    }
}
