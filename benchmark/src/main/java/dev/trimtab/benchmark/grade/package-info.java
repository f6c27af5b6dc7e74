/**
 * Submissions to scores, scores to medals, medals to reports with MLE-bench's fields. Start at
 * {@link dev.trimtab.benchmark.grade.Grader}.
 */
@NullMarked
package dev.trimtab.benchmark.grade;

import org.jspecify.annotations.NullMarked;
