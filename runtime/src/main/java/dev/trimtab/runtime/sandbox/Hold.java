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
 * @param printed bytes of new output before which neither time counts, at least 0
 */
public record Hold(
        @Nullable Duration quiet,
        @Nullable Duration most,
        @Nullable Path sign,
        long printed) {
    /** A command runs to its end. */
    static final Hold NEVER = new Hold(null, null, null);

    /** Holds whatever was printed. */
    public Hold(@Nullable Duration quiet, @Nullable Duration most, @Nullable Path sign) {
        this(quiet, most, sign, 0);
    }
}
