package dev.trimtab.runtime.workspace;

/** How public data gets into a workspace. */
public enum InputMode {
    /** A read-only copy: nothing done in the workspace reaches the original. */
    COPY,
    /** A hard link, a copy where the file system refuses; for data too big to copy, and only behind a read-only mount. */
    LINK
}
