package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The mean Levenshtein distance in code points; 0 is perfect.
 *
 * @param target the column of the true and the predicted text
 * @param anyCells whether numbers and missing cells are taken as the text that pandas makes of them, {@code nan} for a
 *     missing one; else every cell must be text
 */
record Levenshtein(String target, boolean anyCells) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        if (!anyCells) {
            TextCells.requiredInEveryRow(predicted);
        }
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            sum += EditDistance.of(PandasText.of(truth, row), PandasText.of(predicted, row));
        }
        return sum / truth.size();
    }
}
