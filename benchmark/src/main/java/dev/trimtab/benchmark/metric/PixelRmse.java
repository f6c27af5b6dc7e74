package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The root of the mean squared error over all pixels of all pictures; 0 is perfect. A cell holds the values of one
 * picture's pixels between blanks; a prediction of a single value stands for every pixel.
 *
 * @param target the column of the true and the predicted pictures
 */
record PixelRmse(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        double squares = 0;
        double pixels = 0;
        for (int row = 0; row < truth.size(); row++) {
            double[] right = values(truth, row);
            double[] guess = values(predicted, row);
            if (guess.length != 1 && guess.length != right.length) {
                throw wrong(right.length + " numbers between blanks, or one, in every row", predicted.text(row));
            }
            for (int pixel = 0; pixel < right.length; pixel++) {
                double error = right[pixel] - guess[guess.length == 1 ? 0 : pixel];
                squares += error * error;
            }
            pixels += right.length;
        }
        return Math.sqrt(squares / pixels);
    }

    private double[] values(Column column, int row) {
        String cell = column.text(row);
        double[] values =
                PythonText.words(cell).stream().mapToDouble(Column::number).toArray();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw wrong("finite numbers", cell);
            }
        }
        return values;
    }

    private SubmissionFormatException wrong(String expected, String cell) {
        return new SubmissionFormatException(
                "column `" + target + "` must hold " + expected + " but a cell is `" + Column.shortened(cell) + "`");
    }
}
