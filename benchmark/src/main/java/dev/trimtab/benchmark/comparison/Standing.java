package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.grade.Medal;
import org.jspecify.annotations.Nullable;

/**
 * What a submission is worth on a competition's private answers.
 *
 * @param submitted whether there is a submission
 * @param score the competition's metric; null if the submission is missing or invalid
 * @param percentile share in [0,1] of the leaderboard's scores that the score beats, ties counted half; 0 without a valid submission, null where
 *     the competition has no leaderboard
 * @param aboveMedian whether the score is strictly better than the leaderboard's median
 * @param medal the medal that the score wins
 */
public record Standing(
        boolean submitted, @Nullable Double score, @Nullable Double percentile, boolean aboveMedian, Medal medal) {
    /** Returns whether the submission could be scored. */
    public boolean valid() {
        return score != null;
    }

    /** Returns whether the score wins a medal. */
    public boolean anyMedal() {
        return medal != Medal.NONE;
    }
}
