package dev.trimtab.benchmark.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cohen's kappa with quadratic weights, as scikit-learn's {@code cohen_kappa_score(weights="quadratic")}: distances are
 * between positions in the sorted union of the labels seen, not between label values. 1 is perfect, 0 is chance; NaN if
 * both sides hold one and the same label only.
 *
 * @param target the column of the true and the predicted label
 */
public record QuadraticWeightedKappa(String target) implements Metric {
    @Override
    public String name() {
        return "qwk";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        PairedLabels pairs = PairedLabels.of(target, answers, submission);
        if (pairs.mixed()) {
            throw new SubmissionFormatException("column `" + target
                    + "` holds labels of another type than the answers: numbers or True/False against text");
        }
        Comparator<String> order =
                pairs.numeric() ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder();
        List<String> labels = Stream.of(pairs.truth(), pairs.predicted())
                .flatMap(Stream::of)
                .distinct()
                .sorted(order)
                .toList();
        return kappa(positions(labels, pairs.truth()), positions(labels, pairs.predicted()), labels.size());
    }

    private static int[] positions(List<String> labels, String[] cells) {
        return Stream.of(cells).mapToInt(labels::indexOf).toArray();
    }

    private static double kappa(int[] truth, int[] predicted, int labels) {
        double[] truthCounts = new double[labels];
        double[] predictedCounts = new double[labels];
        double observed = 0;
        for (int row = 0; row < truth.length; row++) {
            truthCounts[truth[row]]++;
            predictedCounts[predicted[row]]++;
            observed += Math.pow(truth[row] - predicted[row], 2);
        }
        double expected = 0;
        for (int i = 0; i < labels; i++) {
            for (int j = 0; j < labels; j++) {
                expected += (i - j) * (i - j) * truthCounts[i] * predictedCounts[j] / truth.length;
            }
        }
        return 1 - observed / expected;
    }
}
