package dev.trimtab.runtime.verify;

/**
 * When the strong verification comes, and what it costs. The same for every policy.
 *
 * @param every agent steps in a window, after which its best candidates are verified, at least 1
 * @param candidates how many candidates a verification takes; each costs one control step, at least 1
 * @param folds folds a candidate is run on; 0 for self-reported scores, where nothing is verified
 */
public record VerificationPlan(int every, int candidates, int folds) {
    /** Checks the ranges. */
    public VerificationPlan {
        if (every < 1 || candidates < 1 || folds < 0) {
            throw new IllegalArgumentException(
                    "verification.every and .candidates must be >= 1 and .folds >= 0 but were " + every + ", "
                            + candidates + " and " + folds);
        }
    }

    /** Returns whether candidates are verified at all. */
    public boolean strong() {
        return folds > 0;
    }

    /**
     * Returns whether a verification is due: a window is full, or only the steps of the last verification remain.
     *
     * @param sinceLast agent steps since the last verification
     * @param stepsLeft control steps left
     */
    public boolean due(int sinceLast, int stepsLeft) {
        return strong() && sinceLast > 0 && (sinceLast >= every || stepsLeft <= candidates);
    }

    /**
     * Returns whether a run verifies at its end alone, since the steps of the last verification begin before a window is full.
     *
     * @param steps control steps of the run
     */
    public boolean onlyAtTheEnd(int steps) {
        return strong() && steps - candidates <= every;
    }

    /**
     * Returns agent steps until the next verification.
     *
     * @param sinceLast agent steps since the last verification
     * @param stepsLeft control steps left
     */
    public int lag(int sinceLast, int stepsLeft) {
        return Math.max(0, strong() ? Math.min(every - sinceLast, stepsLeft - candidates) : stepsLeft);
    }
}
