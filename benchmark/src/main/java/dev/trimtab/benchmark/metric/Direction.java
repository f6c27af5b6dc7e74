package dev.trimtab.benchmark.metric;

/** Which scores are better. */
public enum Direction {
    /** A higher score is better. */
    MAXIMIZE,
    /** A lower score is better. */
    MINIMIZE;

    /** Returns whether {@code score} is strictly better than {@code other}; NaN is never better. */
    public boolean isBetter(double score, double other) {
        return this == MAXIMIZE ? score > other : score < other;
    }

    /** Returns whether {@code score} is as good as {@code bar} or better; NaN never is. */
    public boolean reaches(double score, double bar) {
        return this == MAXIMIZE ? score >= bar : score <= bar;
    }
}
