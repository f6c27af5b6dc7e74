package dev.trimtab.benchmark.metric;

import dev.trimtab.benchmark.metric.Column.Kind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * True and predicted class labels of one column, row by row, made comparable: numbers and truth values as numbers
 * (1, 1.0 and True are equal), everything else as its text.
 *
 * @param truth true labels, at least one
 * @param predicted predicted labels, as many
 * @param numeric whether both sides were numbers
 * @param mixed whether one side was numbers and the other text
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call of score
record PairedLabels(String[] truth, String[] predicted, boolean numeric, boolean mixed) {
    /** @throws SubmissionFormatException if a label is missing, or is a fraction where classes are whole numbers */
    static PairedLabels of(String target, Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        Set<String> known = Arrays.stream(labels(truth, /* numeric= */ false)).collect(Collectors.toSet());
        for (int row = 0; row < predicted.size(); row++) {
            if (predicted.isMissing(row) && !known.contains(predicted.text(row))) {
                throw new SubmissionFormatException(
                        "column `" + target + "` must hold a label in every row but a cell is empty or NaN");
            }
        }
        boolean numericTruth = truth.kind() != Kind.TEXT;
        boolean numericPrediction = predicted.kind() != Kind.TEXT;
        boolean numeric = numericTruth && numericPrediction;
        if (numeric) {
            requireWhole(target, predicted);
        }
        return new PairedLabels(
                labels(truth, numeric), labels(predicted, numeric), numeric, numericTruth != numericPrediction);
    }

    /** Returns how many different labels one side has. */
    static long distinct(String[] labels) {
        return Arrays.stream(labels).distinct().count();
    }

    private static String[] labels(Column column, boolean numeric) {
        return IntStream.range(0, column.size())
                .mapToObj(column::text)
                .map(cell -> numeric ? Double.toString(Column.number(cell) + 0.0) : cell)
                .toArray(String[]::new);
    }

    private static void requireWhole(String target, Column predicted) {
        for (double label : predicted.finiteNumbers()) {
            if (label != Math.rint(label)) {
                throw new SubmissionFormatException("column `" + target + "` must hold class labels but one is " + label
                        + "; if it is a probability, submit the class instead");
            }
        }
    }
}
