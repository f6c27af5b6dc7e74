package dev.trimtab.scaffolds.aide;

import org.jspecify.annotations.Nullable;

/**
 * The model's judgement of an execution.
 *
 * @param bug whether it calls the program faulty
 * @param summary what it makes of the output, possibly empty
 * @param metric the validation score it read, finite, or null when it found none
 * @param lowerIsBetter its view of the metric's direction, or null when it gave none
 * @param submission whether it says that there is a submission, or null when it does not say
 */
record Review(
        boolean bug,
        String summary,
        @Nullable Double metric,
        @Nullable Boolean lowerIsBetter,
        @Nullable Boolean submission) {
    /** Returns the review with another score. */
    Review with(@Nullable Double score) {
        return new Review(bug, summary, score, lowerIsBetter, submission);
    }
}
