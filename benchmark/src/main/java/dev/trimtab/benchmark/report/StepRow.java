package dev.trimtab.benchmark.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One control step as a report shows it: what happened in it, in order.
 *
 * @param step its number
 * @param pursuit what the controller wanted worked on, or null for a verification
 * @param entries what happened
 */
record StepRow(int step, @Nullable String pursuit, List<Entry> entries) {
    /** What kind of thing happened. */
    enum Kind {
        /** A model answered; the text is its reply. */
        CALL,
        /** A tool was used; the text is its input, the result its observation. */
        TOOL,
        /** A program ran; the text is its output. */
        RUN,
        /** Something a reader should know. */
        NOTICE
    }

    /**
     * Something that happened.
     *
     * @param kind what kind of thing
     * @param title what, in a few words
     * @param text what was said, given or printed
     * @param result what came of it, or null
     */
    record Entry(
            Kind kind,
            String title,
            CappedText text,
            @Nullable CappedText result) {}
}
