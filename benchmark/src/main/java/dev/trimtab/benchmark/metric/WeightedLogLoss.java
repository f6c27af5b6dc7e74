package dev.trimtab.benchmark.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The log loss of several probabilities a subject with weights, averaged over subjects, after the competition
 * rsna-2022-cervical-spine-fracture-detection. A row's id joins subject and part by the first {@code _}. Probabilities are
 * clipped to [1e-15, 1 - 1e-15]. 0 is perfect.
 *
 * @param id the id column
 * @param target the column of the true class, 0 or 1, and of the probability
 * @param weights of the parts of a subject
 * @param positives how many times as much a positive truth weighs
 */
record WeightedLogLoss(String id, String target, Map<String, Double> weights, double positives) implements Metric {
    private static final double EPSILON = 1e-15;

    public WeightedLogLoss {
        weights = Map.copyOf(weights);
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column ids = answers.column(id);
        double[] truth = answers.column(target).finiteNumbers();
        double[] predicted = submission.column(target).finiteNumbers();
        Map<String, double[]> subjects = new HashMap<>();
        for (int row = 0; row < truth.length; row++) {
            String name = ids.text(row);
            int split = name.indexOf('_');
            Double weight = weights.get(name.substring(split + 1));
            if (weight == null) {
                continue;
            }
            double factor = weight * (truth[row] * positives + (1 - truth[row]));
            double p = Math.min(Math.max(predicted[row], EPSILON), 1 - EPSILON);
            double[] sums = subjects.computeIfAbsent(name.substring(0, split), subject -> new double[2]);
            sums[0] -= factor * (truth[row] * Math.log(p) + (1 - truth[row]) * Math.log(1 - p));
            sums[1] += factor;
        }
        return subjects.values().stream()
                .mapToDouble(sums -> sums[0] / sums[1])
                .average()
                .orElse(Double.NaN);
    }
}
