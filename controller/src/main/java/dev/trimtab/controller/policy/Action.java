package dev.trimtab.controller.policy;

/** The kinds of decision that a caller may allow. */
public enum Action {
    /** Leave a hypothesis as it is held. */
    KEEP,
    /** Turn a full hypothesis into its structured record. */
    COMPRESS,
    /** Let one carrier of a family take the place of another. */
    SUBSTITUTE,
    /** Take a hypothesis out of the context, to the archive or for good. */
    RETIRE,
    /** Open a route that is not held yet. */
    BRANCH,
    /** Rebuild the context from a seed of hypotheses. */
    RESET,
    /** Say which hypothesis the next step should work on. */
    PURSUE,
    /** Bring a hypothesis back from the archive in full. */
    RECOVER,
    /**
     * Hold a hypothesis more fully than the plan counts on, in tokens that are not needed yet: for callers whose archive is open at every decision,
     * so that what was lent can be taken back in the decision that needs it.
     */
    EXPAND
}
