package dev.trimtab.benchmark.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The mean over rows of the overlap of the sets of lower-case words: common words divided by all. 1 is perfect. A missing
 * cell is empty.
 *
 * @param target the column of the true and the predicted text
 * @param bothEmpty the score of a row without words on both sides; NaN refuses the submission
 * @param anyCells whether numbers are taken as the text that pandas makes of them; else cells must be text
 */
record WordJaccard(String target, double bothEmpty, boolean anyCells) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        if (!anyCells) {
            TextCells.required(predicted);
        }
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            sum += overlap(words(truth, row), words(predicted, row));
        }
        return sum / truth.size();
    }

    private double overlap(Set<String> truth, Set<String> predicted) {
        Set<String> common = new HashSet<>(truth);
        common.retainAll(predicted);
        int all = truth.size() + predicted.size() - common.size();
        if (all == 0 && Double.isNaN(bothEmpty)) {
            throw new SubmissionFormatException("a cell of column `" + target
                    + "` is empty where the answer is too: the metric divides by zero there");
        }
        return all == 0 ? bothEmpty : (double) common.size() / all;
    }

    private static Set<String> words(Column column, int row) {
        String text = column.isMissing(row) ? "" : PandasText.of(column, row);
        return new HashSet<>(PythonText.words(text.toLowerCase(Locale.ROOT)));
    }
}
