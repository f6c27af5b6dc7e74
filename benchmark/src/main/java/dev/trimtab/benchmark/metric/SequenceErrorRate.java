package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The Levenshtein distances of sequences of whole numbers, summed and divided by the length of all true sequences; 0 is
 * perfect, and it may exceed 1. Cells hold the numbers between blanks.
 *
 * @param target the column of the true and the predicted sequence
 */
record SequenceErrorRate(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        double distances = 0;
        double length = 0;
        for (int row = 0; row < truth.size(); row++) {
            int[] right = sequence(truth, row);
            distances += EditDistance.of(right, sequence(predicted, row));
            length += right.length;
        }
        return distances / length;
    }

    private int[] sequence(Column column, int row) {
        String text = PandasText.of(column, row);
        try {
            return PandasText.words(text).stream().mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw new SubmissionFormatException("column `" + target
                    + "` must hold whole numbers between blanks in every row but one is `" + Column.shortened(text)
                    + "`");
        }
    }
}
