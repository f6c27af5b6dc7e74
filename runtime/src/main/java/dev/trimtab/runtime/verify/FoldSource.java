package dev.trimtab.runtime.verify;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Splits a task's public data again by the task's own rule; the held-out labels stay here. */
public interface FoldSource {
    /**
     * A fold's verdict on a submission.
     *
     * @param score the task's metric, or null when the submission cannot be scored
     * @param problem one line on why it cannot be scored, or null
     */
    record Verdict(@Nullable Double score, @Nullable String problem) {}

    /**
     * Returns the directory that plays the public data in a fold.
     *
     * @param fold the fold, from 0
     */
    Path publicData(int fold);

    /**
     * Scores a submission against a fold's held-out labels.
     *
     * @param fold the fold, from 0
     * @param submission the file that the program left; it may not exist
     */
    Verdict score(int fold, Path submission);
}
