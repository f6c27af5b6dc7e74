package dev.trimtab.benchmark.metric;

import java.util.List;

/** A score of a submission against the true answers. Implementations hold no state and never change their arguments. */
public interface Metric {
    /** Returns the name in {@code competition.yaml}, such as {@code log-loss}. */
    String name();

    /** Returns which scores are better. */
    Direction direction();

    /** Returns the columns that a submission must have besides its id, in the order of a sample submission. */
    List<String> columns();

    /**
     * Returns the score of a submission; not rounded, NaN where the metric is undefined for these answers.
     *
     * @param answers the true values, at least one row
     * @param submission the predictions; row i tells of row i of the answers
     * @throws SubmissionFormatException if the predictions cannot be scored
     */
    double score(Table answers, Table submission);
}
