package dev.trimtab.benchmark.grade;

/**
 * A submission's score and its report.
 *
 * @param score the score, not rounded, or why there is none
 * @param report the report as MLE-bench would write it
 */
public record Grade(Score score, GradingReport report) {}
