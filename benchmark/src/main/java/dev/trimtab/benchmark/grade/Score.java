package dev.trimtab.benchmark.grade;

/** What a grader makes of a submission. */
public sealed interface Score {
    /**
     * The submission has a score.
     *
     * @param value the metric, not rounded; NaN where it is undefined
     */
    record Scored(double value) implements Score {}

    /**
     * The submission cannot be scored.
     *
     * @param problem one line that says why
     */
    record Invalid(String problem) implements Score {}
}
