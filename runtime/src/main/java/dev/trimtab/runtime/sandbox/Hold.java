package dev.trimtab.runtime.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a running command is held; the first that comes about counts.
 *
 * @param quiet after so long without new output, null for never
 * @param most after so long in any case, null for never
 * @param sign as soon as this file is there, null for never
 * @param printed bytes of new output that are waited for before either time counts
 */
public record Hold(
        @Nullable Duration quiet,
        @Nullable Duration most,
        @Nullable Path sign,
        Output printed) {
    /**
     * Output that an earlier execution had printed when it was held.
     *
     * @param bytes so many, at least 0
     * @param longest after so long they are waited for no more, null for never
     */
    public record Output(long bytes, @Nullable Duration longest) {
        static final Output ANY = new Output(0, null);
    }

    /** A command runs to its end. */
    static final Hold NEVER = new Hold(null, null, null);

    /** Holds whatever was printed. */
    public Hold(@Nullable Duration quiet, @Nullable Duration most, @Nullable Path sign) {
        this(quiet, most, sign, Output.ANY);
    }
}
