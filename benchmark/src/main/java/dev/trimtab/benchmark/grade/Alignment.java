package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Pairs a submission's rows with the answers' by id. Whole columns of numbers are compared as numbers: 7, 07 and 7.0 are one id. */
final class Alignment {
    private Alignment() {}

    /**
     * Returns the submission in the row order of the answers.
     *
     * @param columns what the submission must have besides the id
     * @throws SubmissionFormatException if columns or rows are missing, ids are repeated, or are not the answers'
     */
    static Table align(String idColumn, List<String> columns, Table answers, Table submission) {
        requireColumn(idColumn, submission);
        columns.forEach(column -> requireColumn(column, submission));
        if (submission.size() != answers.size()) {
            throw new SubmissionFormatException(
                    "the submission has " + submission.size() + " rows but the test set has " + answers.size());
        }
        Column wanted = answers.column(idColumn);
        Column given = submission.column(idColumn);
        boolean numeric = wanted.kind() != Column.Kind.TEXT && given.kind() != Column.Kind.TEXT;
        Map<Object, Integer> places = new HashMap<>();
        for (int row = 0; row < wanted.size(); row++) {
            if (places.put(key(wanted, numeric).apply(row), row) != null) {
                throw new IllegalStateException("the answers hold id " + wanted.text(row) + " twice");
            }
        }
        int[] order = new int[wanted.size()];
        Arrays.fill(order, -1);
        for (int row = 0; row < given.size(); row++) {
            @Nullable Integer place = places.get(key(given, numeric).apply(row));
            if (place == null) {
                throw new SubmissionFormatException("column `" + idColumn + "` holds `" + given.text(row)
                        + "`, which is no id of the test set; take the ids of sample_submission.csv");
            }
            if (order[place] >= 0) {
                throw new SubmissionFormatException("column `" + idColumn + "` holds `" + given.text(row) + "` twice");
            }
            order[place] = row;
        }
        return submission.select(order);
    }

    private static IntFunction<Object> key(Column column, boolean numeric) {
        return numeric ? row -> Column.number(column.text(row)) : column::text;
    }

    private static void requireColumn(String column, Table submission) {
        if (!submission.has(column)) {
            throw new SubmissionFormatException(
                    "the submission has no column `" + column + "`; it has " + String.join(", ", submission.header()));
        }
    }
}
