package dev.trimtab.runtime.context;

import dev.trimtab.runtime.attempt.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text that may enter the context.
 *
 * @param id unique in the run and stable over its steps
 * @param kind what it is
 * @param step the step that made it, from 0
 * @param text the item in full, as the scaffold's native memory shows it
 * @param attempt the attempt it tells of, or null when it tells of none
 */
public record ContextItem(
        String id,
        Kind kind,
        int step,
        String text,
        @Nullable Attempt attempt) {
    /** What a piece of context is. */
    public enum Kind {
        /** The summary of an attempt. */
        ATTEMPT,
        /** A program. */
        CODE,
        /** What a program printed. */
        OUTPUT,
        /** What the data look like. */
        DATA,
        /** A tool's answer. */
        OBSERVATION,
        /** The agent's own note. */
        NOTE
    }
}
