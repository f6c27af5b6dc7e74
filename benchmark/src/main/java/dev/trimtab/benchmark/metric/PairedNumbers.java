package dev.trimtab.benchmark.metric;

import java.util.function.DoubleBinaryOperator;

/**
 * True and predicted numbers of one target column, row by row.
 *
 * @param truth true values, at least one
 * @param predicted predictions, all finite, as many
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call of score
record PairedNumbers(double[] truth, double[] predicted) {
    /** @throws SubmissionFormatException if a prediction is missing, infinite or no number */
    static PairedNumbers of(String target, Table answers, Table submission) {
        return new PairedNumbers(
                answers.column(target).finiteNumbers(),
                submission.column(target).finiteNumbers());
    }

    /** Returns the mean over the rows of {@code loss(truth, predicted)}. */
    double mean(DoubleBinaryOperator loss) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += loss.applyAsDouble(truth[i], predicted[i]);
        }
        return sum / truth.length;
    }
}
