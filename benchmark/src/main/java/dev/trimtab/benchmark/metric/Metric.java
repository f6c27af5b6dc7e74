package dev.trimtab.benchmark.metric;

import java.util.List;

/** A score of a submission against the true answers. Implementations hold no state and never change their arguments. */
public interface Metric {
    /** Returns the columns that a submission must have besides its id, in the order of a sample submission. */
    List<String> columns();

    /**
     * Returns the same for a submission with this header, where a column may go by another name.
     *
     * @param header the submission's column names
     */
    default List<String> columns(List<String> header) {
        return columns();
    }

    /** Returns the columns of the answers that are read besides the id. */
    default List<String> truthColumns() {
        return columns();
    }

    /** Returns whether columns of a submission are read that {@link #columns()} does not name. */
    default boolean readsEveryColumn() {
        return false;
    }

    /**
     * Returns the score of a submission; not rounded, NaN where the metric is undefined for these answers.
     *
     * @param answers the true values, at least one row
     * @param submission the predictions; row i tells of row i of the answers, unless the competition leaves the pairing
     *     of rows to its metric
     * @throws SubmissionFormatException if the predictions cannot be scored
     */
    double score(Table answers, Table submission);
}
