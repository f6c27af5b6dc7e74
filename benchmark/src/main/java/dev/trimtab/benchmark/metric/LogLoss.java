package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The mean of -ln p(true class) over the rows, one column of probabilities a class; 0 is perfect.
 *
 * <p>Each row is first divided by its sum, so that shares of any scale are accepted; then probabilities are clipped to
 * [2^-52, 1 - 2^-52] and not normalised again, as in scikit-learn's {@code log_loss} from version 1.5 on.
 *
 * @param target the column of the answers that holds the true class
 * @param classes the classes, which are also the names of the submission's columns; at least two
 */
record LogLoss(String target, List<String> classes) implements Metric {
    private static final double EPSILON = Math.ulp(1.0);

    public LogLoss {
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new IllegalArgumentException("log-loss needs at least two classes but got " + classes);
        }
    }

    @Override
    public List<String> columns() {
        return classes;
    }

    @Override
    public List<String> truthColumns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        double[][] shares = classes.stream()
                .map(name -> submission.column(name).finiteNumbers())
                .toArray(double[][]::new);
        Column truth = answers.column(target);
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            int label = classes.indexOf(truth.text(row));
            if (label < 0) {
                throw new IllegalStateException("the answers hold `" + truth.text(row) + "`, none of " + classes);
            }
            double probability = shares[label][row] / total(shares, row);
            sum -= clippedLogarithm(probability);
        }
        return sum / truth.size();
    }

    /** Returns ln p with p clipped to [2^-52, 1 - 2^-52]. */
    static double clippedLogarithm(double probability) {
        return Math.log(Math.min(Math.max(probability, EPSILON), 1 - EPSILON));
    }

    private double total(double[][] shares, int row) {
        double total = 0;
        for (int label = 0; label < shares.length; label++) {
            if (shares[label][row] < 0) {
                throw new SubmissionFormatException(
                        "column `" + classes.get(label) + "` must hold probabilities but one is negative");
            }
            total += shares[label][row];
        }
        if (total == 0 || Double.isInfinite(total)) {
            throw new SubmissionFormatException("the probabilities of a row sum to " + total + " but must sum to 1");
        }
        return total;
    }
}
