package dev.trimtab.runtime.sandbox;

import java.util.Locale;

/** The limit that an execution passed. */
public enum Violation {
    /** Ran longer than its wall time. */
    TIMEOUT,
    /** Used more processor time, over all of its processes. */
    CPU,
    /** Held more memory. */
    MEMORY,
    /** Had more processes and threads. */
    PROCESSES,
    /** Wrote a file larger than allowed. */
    FILE_SIZE,
    /** Let its workspace grow beyond the limit, in bytes or in files. */
    DISK,
    /** Printed beyond {@link Limits#outputCeiling()}. */
    OUTPUT;

    /** Returns the limit in words, such as {@code file size}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
