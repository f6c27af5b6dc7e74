package dev.trimtab.runtime.config;

/** How a solution's score is checked strongly. */
public enum VerificationKind {
    /** The program runs unchanged on new splits of the public rows and the real metric scores it. */
    REFOLD,
    /** The score that the solution prints is believed. */
    SELF_REPORTED
}
