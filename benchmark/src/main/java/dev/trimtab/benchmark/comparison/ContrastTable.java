package dev.trimtab.benchmark.comparison;

import java.util.List;

/**
 * The reference against every other policy.
 *
 * @param matching what the runs of a pair have used alike
 * @param pooled whether each row is over all that arms of one policy differ in, instead of one a scaffold, model and budget
 * @param tests p-values that are corrected for: two a row, or one where there is no percentile
 * @param rows one a policy and place
 */
public record ContrastTable(Matching matching, boolean pooled, int tests, List<Contrast> rows) {
    /** Copies the list. */
    public ContrastTable {
        rows = List.copyOf(rows);
    }
}
