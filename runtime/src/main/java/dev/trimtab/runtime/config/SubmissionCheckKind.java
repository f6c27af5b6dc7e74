package dev.trimtab.runtime.config;

/** By what a submission is checked before the end. */
public enum SubmissionCheckKind {
    /** What the public data and the competition's own rules tell of its form. */
    PUBLIC,
    /** The grader's own refusal, as MLE-bench's validation server has it; it reads the private answers and keeps the score to itself. */
    GRADER
}
