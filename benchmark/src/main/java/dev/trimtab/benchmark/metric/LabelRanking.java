package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * Label-weighted label-ranking average precision: for each true label of a row the share of true labels among those scored
 * at least as high, averaged over all true labels of all rows; scikit-learn's
 * {@code label_ranking_average_precision_score} weighted by the rows' true labels. Rows without a true label do not count,
 * whatever is predicted for them. 1 is perfect.
 *
 * @param columns one a label: 1 where it is true, and its score
 */
record LabelRanking(List<String> columns) implements Metric {
    public LabelRanking {
        columns = List.copyOf(columns);
    }

    @Override
    public double score(Table answers, Table submission) {
        double[][] truth = columns.stream()
                .map(name -> answers.column(name).finiteNumbers())
                .toArray(double[][]::new);
        double[][] scores =
                columns.stream().map(name -> numbers(submission.column(name))).toArray(double[][]::new);
        if (columns.stream().allMatch(name -> submission.column(name).kind() == Column.Kind.BOOLEAN)) {
            throw new SubmissionFormatException(
                    "the columns of the labels must hold numbers but are all True and False");
        }
        double sum = 0;
        long labels = 0;
        for (int row = 0; row < answers.size(); row++) {
            for (int label = 0; label < truth.length; label++) {
                if (truth[label][row] > 0) {
                    labels++;
                    sum += precision(truth, scores, row, label);
                }
            }
        }
        return sum / labels;
    }

    private static double[] numbers(Column column) {
        if (!column.isNumeric()) {
            throw new SubmissionFormatException("column `" + column.name() + "` must hold numbers");
        }
        return column.numbers();
    }

    private double precision(double[][] truth, double[][] scores, int row, int label) {
        double own = scores[label][row];
        int right = 0;
        int all = 0;
        for (int other = 0; other < truth.length; other++) {
            if (!Double.isFinite(scores[other][row])) {
                throw new SubmissionFormatException("column `" + columns.get(other)
                        + "` must hold finite numbers but a cell is empty, NaN or infinite");
            }
            if (scores[other][row] >= own) {
                all++;
                right += truth[other][row] > 0 ? 1 : 0;
            }
        }
        return (double) right / all;
    }
}
