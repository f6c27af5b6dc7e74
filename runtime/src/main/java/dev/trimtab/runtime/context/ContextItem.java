package dev.trimtab.runtime.context;

import dev.trimtab.runtime.attempt.Attempt;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text that may enter the context.
 *
 * @param id unique in the run and stable over its steps
 * @param kind what it is
 * @param step the step that made it, from 0
 * @param text the item in full, as the scaffold's native memory shows it
 * @param attempt the attempt it tells of, or null when it tells of none
 * @param turns the events that it consists of, which belong together; empty for a text of one piece
 */
public record ContextItem(
        String id,
        Kind kind,
        int step,
        String text,
        @Nullable Attempt attempt,
        List<Turn> turns) {
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
        NOTE,
        /** The agent's wish that its memory be condensed. */
        REQUEST
    }

    /** Copies the turns. */
    public ContextItem {
        turns = List.copyOf(turns);
    }

    /** An item of one piece. */
    public ContextItem(String id, Kind kind, int step, String text, @Nullable Attempt attempt) {
        this(id, kind, step, text, attempt, List.of());
    }

    /** Returns an item of several events; its text is theirs. */
    public static ContextItem of(String id, Kind kind, int step, List<Turn> turns, @Nullable Attempt attempt) {
        return new ContextItem(id, kind, step, join(turns), attempt, turns);
    }

    /**
     * Returns the item with its observations left out.
     *
     * @param mask the words in their place
     */
    public ContextItem masked(String mask) {
        return of(
                id,
                kind,
                step,
                turns.stream()
                        .map(turn -> turn instanceof Turn.Answered answered ? answered.with(mask) : turn)
                        .toList(),
                attempt);
    }

    private static String join(List<Turn> turns) {
        return turns.stream().map(Turn::text).collect(Collectors.joining("\n"));
    }
}
