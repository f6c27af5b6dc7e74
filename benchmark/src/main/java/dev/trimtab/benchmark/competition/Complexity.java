package dev.trimtab.benchmark.competition;

/** How long an experienced engineer needs for a sensible solution, training aside, as MLE-bench's paper estimates it. */
public enum Complexity {
    /** Less than two hours; these competitions are the set {@code lite}. */
    LOW,
    /** Two to ten hours. */
    MEDIUM,
    /** More than ten hours. */
    HIGH
}
