package dev.trimtab.benchmark.metric;

import java.math.BigInteger;
import java.util.List;

/**
 * The share of rows whose predicted class is not the true one; of a text cell the first word counts. Classes are whole
 * numbers. 0 is perfect.
 *
 * @param target the column of the true and the predicted class
 */
record TopOneError(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        if (predicted.kind() == Column.Kind.REAL) {
            throw new SubmissionFormatException(
                    "column `" + target + "` must hold whole numbers in every row, without a decimal point");
        }
        int wrong = 0;
        for (int row = 0; row < truth.size(); row++) {
            wrong += first(predicted, row) == first(truth, row) ? 0 : 1;
        }
        return 1 - (double) (truth.size() - wrong) / truth.size();
    }

    private static long first(Column column, int row) {
        if (column.kind() == Column.Kind.BOOLEAN) {
            return (long) column.number(row);
        }
        List<String> words = PythonText.words(column.text(row));
        try {
            return new BigInteger(words.isEmpty() || column.isMissing(row) ? "" : words.get(0)).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new SubmissionFormatException(
                    "column `" + column.name() + "` must begin with a whole number of 64 bits in"
                            + " every row but one is `" + Column.shortened(column.text(row)) + "`");
        }
    }
}
