package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * Pearson's correlation, as SciPy's {@code pearsonr}; 1 is perfect, NaN if one side is constant.
 *
 * @param target the column of the true and the predicted numbers
 * @param finiteOnly whether a missing or infinite prediction is refused; else the score is NaN, as with SciPy 1.17
 */
record Pearson(String target, boolean finiteOnly) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column predicted = submission.column(target);
        if (!predicted.isNumeric()) {
            throw new SubmissionFormatException("column `" + target + "` must hold numbers");
        }
        return correlation(
                answers.column(target).finiteNumbers(), finiteOnly ? predicted.finiteNumbers() : predicted.numbers());
    }

    /** Returns the correlation of two rows of numbers; NaN if one is constant. */
    static double correlation(double[] a, double[] b) {
        if (isConstant(a) || isConstant(b)) {
            return Double.NaN;
        }
        double[] unitOfA = unit(a);
        double[] unitOfB = unit(b);
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            products += unitOfA[i] * unitOfB[i];
        }
        return Math.max(-1, Math.min(1, products));
    }

    /** Returns the distances from the mean, divided by their length; its squares are of small numbers, which cannot overflow. */
    private static double[] unit(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double greatest =
                Arrays.stream(values).map(value -> Math.abs(value - mean)).max().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) / greatest)
                .map(share -> share * share)
                .sum();
        double length = greatest * Math.sqrt(squares);
        return Arrays.stream(values).map(value -> (value - mean) / length).toArray();
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
