package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean area under the ROC curve over the columns of rows that were judged: rows whose answers sum below 0 (they are
 * marked -1) do not count. 1 is perfect. Pairs rows itself.
 *
 * <p>As MLE-bench's grader of jigsaw-toxic-comment-classification-challenge does it, both sides are sorted by id and paired
 * by place after the rows that do not count are left out; the columns of the submission may be taken by position.
 *
 * @param id the id column
 * @param columns the scored columns
 * @param byPosition whether the submission's columns besides the id are taken as they stand, whatever their names
 */
record JudgedRowsAuc(String id, List<String> columns, boolean byPosition) implements Metric {
    public JudgedRowsAuc {
        columns = List.copyOf(columns);
    }

    @Override
    public boolean readsEveryColumn() {
        return true;
    }

    @Override
    public double score(Table answers, Table submission) {
        List<String> given = columns;
        if (byPosition) {
            given = new ArrayList<>(submission.header());
            given.remove(id);
            if (given.size() != columns.size()) {
                throw new SubmissionFormatException("the submission must have the columns `" + id + "` and "
                        + String.join(", ", columns) + " and no other, but has " + Column.listed(given));
            }
        }
        IdPairing.requireSameSize(answers, submission);
        Table truth = answers.select(judged(answers));
        Table kept = submission.select(known(truth, answers, submission));
        IdPairing.requireSameSize(truth, kept);
        Table paired = kept.select(IdPairing.sorted(kept.column(id)));
        Table ordered = truth.select(IdPairing.sorted(truth.column(id)));
        double sum = 0;
        for (int at = 0; at < columns.size(); at++) {
            sum += Auc.area(
                    ordered.column(columns.get(at)).finiteNumbers(),
                    paired.column(given.get(at)).finiteNumbers());
        }
        return sum / columns.size();
    }

    private int[] judged(Table answers) {
        double[] sums = new double[answers.size()];
        for (String column : columns) {
            double[] numbers = answers.column(column).numbers();
            Arrays.setAll(sums, row -> sums[row] + numbers[row]);
        }
        return IntStream.range(0, sums.length).filter(row -> sums[row] >= 0).toArray();
    }

    /** Returns the rows of the submission whose ids are those of judged answers. */
    private int[] known(Table truth, Table answers, Table submission) {
        Column given = submission.column(id);
        CellIndex all = IdPairing.index(answers.column(id), given);
        IdPairing.requireKnown(all, given);
        CellIndex judged = IdPairing.index(truth.column(id), given);
        return IntStream.range(0, given.size())
                .filter(row -> judged.find(given, row) >= 0)
                .toArray();
    }
}
