package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.Design;
import java.util.OptionalDouble;

/**
 * One attempt that a text tells of.
 *
 * @param design what was tried, as far as it was said
 * @param score the score it is said to have reached
 * @param error the class of its failure, empty if none is told
 * @param position where it is told, in characters from the start of the text
 */
public record AttemptFact(Design design, OptionalDouble score, String error, int position) {
    /** Returns whether the attempt is said to have failed. */
    public boolean failed() {
        return !error.isEmpty();
    }

    /** Returns whether two facts tell of the same attempt, scores compared to five digits. */
    boolean sameAs(AttemptFact other) {
        if (!design.equals(other.design) || score.isPresent() != other.score.isPresent()) {
            return false;
        }
        return score.isEmpty()
                ? error.equals(other.error)
                : Math.abs(score.getAsDouble() - other.score.getAsDouble()) <= 1e-5 * Math.abs(score.getAsDouble());
    }
}
