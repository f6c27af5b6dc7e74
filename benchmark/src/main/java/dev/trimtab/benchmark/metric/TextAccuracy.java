package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The share of rows whose text is exactly the true one, cells taken as pandas makes text of them: 1 in a column of
 * fractions is {@code 1.0}, and all marks of a missing cell are {@code nan}. 1 is perfect.
 *
 * @param target the column of the true and the predicted text
 */
record TextAccuracy(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        int equal = 0;
        for (int row = 0; row < truth.size(); row++) {
            equal += PandasText.of(truth, row).equals(PandasText.of(predicted, row)) ? 1 : 0;
        }
        return (double) equal / truth.size();
    }
}
