package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The Matthews correlation coefficient for any number of classes (Gorodkin 2004), as scikit-learn's
 * {@code matthews_corrcoef}. 1 is perfect, 0 is chance; 0 if one side has one class only.
 *
 * @param target the column of the true and the predicted class
 */
record Matthews(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        PairedLabels pairs = PairedLabels.of(target, answers, submission);
        pairs.requireOneType(target);
        double[] truth = new double[pairs.labels().size()];
        double[] predicted = new double[truth.length];
        double equal = 0;
        double rows = pairs.truth().length;
        for (int row = 0; row < pairs.truth().length; row++) {
            truth[pairs.truth()[row]]++;
            predicted[pairs.predicted()[row]]++;
            equal += pairs.truth()[row] == pairs.predicted()[row] ? 1 : 0;
        }
        double covariance = equal * rows - dot(truth, predicted);
        double truthVariance = rows * rows - dot(truth, truth);
        double predictedVariance = rows * rows - dot(predicted, predicted);
        return truthVariance * predictedVariance == 0 ? 0 : covariance / Math.sqrt(truthVariance * predictedVariance);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
