package dev.trimtab.controller.law;

/** What a certificate can cite: the laws, by the numbers of {@code docs/theory.md}. */
public enum Law {
    /** No law: a comparator's own rule. */
    NONE,
    /** Context contamination. */
    L1,
    /** Shadow retirement. */
    L2,
    /** Delayed-verification coverage. */
    L3,
    /** Reserve feasibility. */
    L4,
    /** Budget-limited adequacy. */
    L5,
    /** Within-family substitution. */
    L6,
    /** Compressed-control alias hazard. */
    L7,
    /** Reset admissibility. */
    L8,
    /** Stale-legacy drift. */
    L9,
    /** Diagnostic regret decomposition. */
    L10,
    /** Rolling-window lifting. */
    L11,
    /** Breadth-depth. */
    L12
}
