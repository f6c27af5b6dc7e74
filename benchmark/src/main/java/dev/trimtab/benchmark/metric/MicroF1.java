package dev.trimtab.benchmark.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The F1 score over all pairs of a row and one of its labels, as scikit-learn's {@code f1_score(average="micro")} on
 * binarised sets of labels. A cell holds labels between blanks. 1 is perfect; 0 if there is neither truth nor prediction.
 *
 * @param target the column of the true and the predicted labels
 * @param unknownIgnored whether predicted labels that no answer holds do not count, as in MLE-bench; else they are wrong
 */
record MicroF1(String target, boolean unknownIgnored) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = TextCells.required(submission.column(target));
        Set<String> known = new HashSet<>();
        for (int row = 0; row < truth.size(); row++) {
            known.addAll(labels(truth, row));
        }
        long trueLabels = 0;
        long predictedLabels = 0;
        long both = 0;
        for (int row = 0; row < truth.size(); row++) {
            Set<String> right = labels(truth, row);
            for (String label : labels(predicted, row)) {
                predictedLabels += unknownIgnored && !known.contains(label) ? 0 : 1;
                both += right.contains(label) ? 1 : 0;
            }
            trueLabels += right.size();
        }
        return trueLabels + predictedLabels == 0 ? 0 : 2.0 * both / (trueLabels + predictedLabels);
    }

    private static Set<String> labels(Column column, int row) {
        return column.isMissing(row) ? Set.of() : new HashSet<>(PythonText.words(column.text(row)));
    }
}
