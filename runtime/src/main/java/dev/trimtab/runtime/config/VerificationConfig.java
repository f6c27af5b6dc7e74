package dev.trimtab.runtime.config;

/**
 * When and how candidates are verified strongly.
 *
 * @param kind how
 * @param folds new splits a candidate runs on, at least 2
 * @param every steps between verifications, at least 1
 * @param candidates solutions verified each time, at least 1
 */
public record VerificationConfig(VerificationKind kind, int folds, int every, int candidates) {
    public VerificationConfig {
        Ranges.atLeast("folds", folds, 2);
        Ranges.atLeast("every", every, 1);
        Ranges.atLeast("candidates", candidates, 1);
    }

    /** Returns how many new splits of the public rows are asked for; 0 where scores are believed. */
    public int refolds() {
        return kind == VerificationKind.REFOLD ? folds : 0;
    }
}
