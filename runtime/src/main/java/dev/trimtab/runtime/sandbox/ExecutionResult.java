package dev.trimtab.runtime.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended.
 *
 * @param exitCode the program's exit code, 128 + n if signal n ended it (137 when a limit did), {@link #HELD} if it has not ended
 * @param violation the limit that was passed, null if none
 * @param output standard output and error in the order they were written, UTF-8 (malformed bytes become U+FFFD), its
 *     middle replaced by a marker that says how much was cut if it was longer than {@link Limits#outputBytes()}
 * @param outputBytes bytes printed in all, before the cut
 * @param truncated whether the output was cut
 * @param wallTime from start to end; the one component that differs between runs of a deterministic program
 */
public record ExecutionResult(
        int exitCode,
        @Nullable Violation violation,
        String output,
        long outputBytes,
        boolean truncated,
        Duration wallTime) {
    /** The exit code of a program that has not ended. */
    public static final int HELD = -1;

    /** Returns whether the program has not ended, but is held. */
    public boolean held() {
        return exitCode == HELD && violation == null;
    }

    /** Returns whether the program ended by itself with exit code 0, within its limits. */
    public boolean succeeded() {
        return exitCode == 0 && violation == null;
    }
}
