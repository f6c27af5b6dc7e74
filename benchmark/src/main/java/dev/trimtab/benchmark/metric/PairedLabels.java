package dev.trimtab.benchmark.metric;

import java.util.Arrays;

/**
 * True and predicted class labels of one column, row by row, as small numbers: numbers and truth values are compared as
 * numbers (1, 1.0 and True are equal), everything else as its text.
 *
 * @param truth number of the true label of each row
 * @param predicted number of the predicted label of each row
 * @param labels the labels by number
 * @param mixed whether one side was numbers and the other text; then no label of one side is one of the other
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call of score
record PairedLabels(int[] truth, int[] predicted, CellIndex labels, boolean mixed) {
    /** Numbers from here on are no whole ones to scikit-learn, which turns them into 64 bits. */
    private static final double GREATEST = 0x1p63;

    /** @throws SubmissionFormatException if a label is missing, or is a fraction where classes are whole numbers */
    static PairedLabels of(String target, Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        requireLabels(truth, predicted);
        return of(truth, predicted);
    }

    /** Returns the labels of columns in which a missing cell is a label of its own. */
    static PairedLabels of(Column truth, Column predicted) {
        boolean numeric = truth.isNumeric() && predicted.isNumeric();
        CellIndex labels = new CellIndex(numeric);
        return new PairedLabels(
                labels.addAll(truth), labels.addAll(predicted), labels, truth.isNumeric() != predicted.isNumeric());
    }

    /** Throws where one side is numbers and the other text. */
    void requireOneType(String target) {
        if (mixed) {
            throw new SubmissionFormatException("column `" + target
                    + "` holds labels of another type than the answers: numbers or True/False against text");
        }
    }

    /** Returns how many different labels one side has. */
    static long distinct(int[] codes) {
        return Arrays.stream(codes).distinct().limit(3).count();
    }

    private static void requireLabels(Column truth, Column predicted) {
        if (predicted.isNumeric()) {
            if (predicted.hasMissing()) {
                throw missing(predicted);
            }
            requireWhole(predicted);
            for (double label : predicted.finiteNumbers()) {
                if (label != Math.rint(label)) {
                    throw new SubmissionFormatException("column `" + predicted.name()
                            + "` must hold class labels but one is " + label
                            + "; if it is a probability, submit the class instead");
                }
            }
            return;
        }
        CellIndex known = new CellIndex(/* numeric= */ false);
        known.addAll(truth);
        for (int row = 0; row < predicted.size(); row++) {
            if (predicted.isMissing(row) && known.find(predicted, row) < 0) {
                throw missing(predicted);
            }
        }
    }

    /** Throws where a label is so great that only a real number or a text can hold it. */
    static void requireWhole(Column labels) {
        if (labels.kind() == Column.Kind.INTEGER) {
            return;
        }
        for (double label : labels.finiteNumbers()) {
            boolean least = label == -GREATEST && labels.isNumeric();
            if (Math.abs(label) >= GREATEST && !least) {
                throw new SubmissionFormatException(
                        "column `" + labels.name() + "` must hold class labels but one is " + label);
            }
        }
    }

    private static SubmissionFormatException missing(Column column) {
        return new SubmissionFormatException(
                "column `" + column.name() + "` must hold a label in every row but a cell is empty or NaN");
    }
}
