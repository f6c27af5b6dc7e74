package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * Cohen's kappa with quadratic weights. 1 is perfect, 0 is chance; NaN if both sides hold one and the same label only.
 *
 * @param target the column of the true and the predicted label
 * @param positions whether distances are between positions in the sorted union of the labels seen, as scikit-learn's
 *     {@code cohen_kappa_score(weights="quadratic")} takes them; else between the labels' values, which must be numbers
 */
record QuadraticWeightedKappa(String target, boolean positions) implements Metric {
    /** Makes the metric of scikit-learn. */
    public QuadraticWeightedKappa(String target) {
        this(target, /* positions= */ true);
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        PairedLabels pairs = PairedLabels.of(target, answers, submission);
        pairs.requireOneType(target);
        double[] places = places(pairs.labels());
        double[] truthCounts = new double[places.length];
        double[] predictedCounts = new double[places.length];
        int rows = pairs.truth().length;
        double observed = 0;
        for (int row = 0; row < rows; row++) {
            int truth = pairs.truth()[row];
            int predicted = pairs.predicted()[row];
            truthCounts[truth]++;
            predictedCounts[predicted]++;
            observed += square(places[truth] - places[predicted]);
        }
        double expected = 0;
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                expected += square(places[i] - places[j]) * truthCounts[i] * predictedCounts[j] / rows;
            }
        }
        return 1 - observed / expected;
    }

    private double[] places(CellIndex labels) {
        double[] places = new double[labels.size()];
        int[] sorted = labels.sorted();
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = positions ? place : labels.value(sorted[place]);
        }
        return places;
    }

    private static double square(double value) {
        return value * value;
    }
}
