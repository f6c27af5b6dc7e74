package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Toxicity ranking with little bias against groups, after the competition
 * jigsaw-unintended-bias-in-toxicity-classification: a quarter each of the area under the ROC curve and of the power means
 * over groups of three areas: among rows of the group; harmless rows of the group against toxic others; and toxic rows of
 * the group against harmless others. Truth and groups count from 0.5 on. 1 is perfect.
 *
 * @param target the column of the predictions; the name of the truth's column is accepted in its place
 * @param truth the column of the true toxicity
 * @param groups one column of the answers a group
 * @param power of the means, such as -5
 * @param threshold whether predictions are cut to 0 and 1 at 0.5 first, as MLE-bench's grader does, missing ones to 0
 */
record BiasAuc(String target, String truth, List<String> groups, double power, boolean threshold) implements Metric {
    private static final double HALF = 0.5;

    public BiasAuc {
        groups = List.copyOf(groups);
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public List<String> columns(List<String> header) {
        if (header.contains(target) && header.contains(truth)) {
            throw new SubmissionFormatException("the submission has both columns `" + target + "` and `" + truth
                    + "`; either may hold the predictions, so leave one out");
        }
        return List.of(header.contains(truth) ? truth : target);
    }

    @Override
    public List<String> truthColumns() {
        List<String> columns = new ArrayList<>(groups);
        columns.add(truth);
        return columns;
    }

    @Override
    public double score(Table answers, Table submission) {
        double[] toxic = binary(answers.column(truth));
        double[] predicted =
                predictions(submission.column(columns(submission.header()).get(0)));
        double[] means = new double[3];
        for (String group : groups) {
            double[] member = binary(answers.column(group));
            means[0] += powered(toxic, predicted, row -> member[row] == 1);
            means[1] += powered(toxic, predicted, row -> toxic[row] != member[row]);
            means[2] += powered(toxic, predicted, row -> toxic[row] == member[row]);
        }
        double sum = Auc.area(toxic, predicted);
        for (double mean : means) {
            sum += Math.pow(mean / groups.size(), 1 / power);
        }
        return sum / 4;
    }

    private double powered(double[] toxic, double[] predicted, IntPredicate rows) {
        int[] chosen = IntStream.range(0, toxic.length).filter(rows).toArray();
        if (chosen.length == 0) {
            throw new SubmissionFormatException(
                    "the answers have no row of a group, or none to compare it with, so that nothing can be scored");
        }
        double area = Auc.area(
                Arrays.stream(chosen).mapToDouble(row -> toxic[row]).toArray(),
                Arrays.stream(chosen).mapToDouble(row -> predicted[row]).toArray());
        return Math.pow(area, power);
    }

    private double[] predictions(Column column) {
        if (!threshold) {
            return column.finiteNumbers();
        }
        if (!column.isNumeric()) {
            throw new SubmissionFormatException("column `" + column.name() + "` must hold numbers");
        }
        return binary(column);
    }

    private static double[] binary(Column column) {
        return Arrays.stream(column.numbers())
                .map(value -> value >= HALF ? 1 : 0)
                .toArray();
    }
}
