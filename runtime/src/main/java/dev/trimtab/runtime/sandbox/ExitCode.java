package dev.trimtab.runtime.sandbox;

import org.jspecify.annotations.Nullable;

/** What the exit code of a confined program tells of its limits; 128 + n stands for signal n. */
final class ExitCode {
    static final int KILLED = 128 + 9;
    private static final int CPU_LIMIT = 128 + 24;
    private static final int FILE_TOO_LARGE = 128 + 25;

    private ExitCode() {}

    /**
     * Returns the resource limit that ended a program, null if none did.
     *
     * @param largestFile bytes of the largest file in its workspace at the end
     */
    static @Nullable Violation violation(int exitCode, long largestFile, Limits limits) {
        if (exitCode == FILE_TOO_LARGE || (exitCode != 0 && largestFile >= limits.fileBytes())) {
            return Violation.FILE_SIZE;
        }
        return exitCode == CPU_LIMIT ? Violation.CPU : null;
    }
}
