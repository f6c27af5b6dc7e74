package dev.trimtab.benchmark.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean of the classes' F1 scores over all classes that are true or predicted, as scikit-learn's
 * {@code f1_score(average="macro")}. Classes are numbers, cut towards zero. 1 is perfect.
 *
 * @param target the column of the true and the predicted class
 */
record MacroF1(String target) implements Metric {
    /** How often a class was true, predicted, and both. */
    private static final class Counts {
        private long truth;
        private long predicted;
        private long both;
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        double[] truth = answers.column(target).finiteNumbers();
        double[] predicted = submission.column(target).finiteNumbers();
        PairedLabels.requireWhole(submission.column(target));
        Map<Double, Counts> classes = new HashMap<>();
        for (int row = 0; row < truth.length; row++) {
            double right = whole(truth[row]);
            double given = whole(predicted[row]);
            Counts ofTruth = classes.computeIfAbsent(right, label -> new Counts());
            ofTruth.truth++;
            ofTruth.both += right == given ? 1 : 0;
            classes.computeIfAbsent(given, label -> new Counts()).predicted++;
        }
        double sum = classes.values().stream()
                .mapToDouble(counts -> 2.0 * counts.both / (counts.truth + counts.predicted))
                .sum();
        return sum / classes.size();
    }

    private static double whole(double label) {
        return (label < 0 ? Math.ceil(label) : Math.floor(label)) + 0.0;
    }
}
