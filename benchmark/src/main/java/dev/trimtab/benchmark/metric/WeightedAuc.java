package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The area under the ROC curve in which bands of the true positive rate have weights of their own, as the competition
 * alaska2-image-steganalysis and MLE-bench's grader define it: in each band the curve runs on to the false positive rate
 * 1 at the band's top. 1 is perfect.
 *
 * @param target the column of the true class (1 is positive) and of the score, any finite number
 * @param levels bounds of the bands, rising from 0 to 1
 * @param weights of the bands, one less
 */
record WeightedAuc(String target, List<Double> levels, List<Double> weights) implements Metric {
    public WeightedAuc {
        levels = List.copyOf(levels);
        weights = List.copyOf(weights);
        if (levels.size() != weights.size() + 1) {
            throw new IllegalArgumentException(
                    "there must be one level more than weights but there are " + levels + " and " + weights);
        }
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        double[] truth = answers.column(target).finiteNumbers();
        double[] predicted = submission.column(target).finiteNumbers();
        double[][] curve = curve(truth, predicted);
        double sum = 0;
        double whole = 0;
        for (int band = 0; band < weights.size(); band++) {
            double low = levels.get(band);
            double high = levels.get(band + 1);
            sum += weights.get(band) * area(curve[0], curve[1], low, high);
            whole += weights.get(band) * (high - low);
        }
        return sum / whole;
    }

    /** Returns false and true positive rates, from (0, 0) to (1, 1), one point for each different score. */
    private static double[][] curve(double[] truth, double[] predicted) {
        int[] order = IntStream.range(0, truth.length)
                .boxed()
                .sorted((a, b) -> Double.compare(predicted[b] + 0.0, predicted[a] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        double positives = Arrays.stream(truth).filter(value -> value == 1).count();
        double negatives = truth.length - positives;
        double[] falseRates = new double[truth.length + 1];
        double[] trueRates = new double[truth.length + 1];
        int points = 1;
        int hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += truth[order[i]] == 1 ? 1 : 0;
            if (i + 1 == order.length || predicted[order[i + 1]] != predicted[order[i]]) {
                trueRates[points] = hits / positives;
                falseRates[points++] = (i + 1 - hits) / negatives;
            }
        }
        return new double[][] {Arrays.copyOf(falseRates, points), Arrays.copyOf(trueRates, points)};
    }

    /** Returns the area of the band between two true positive rates, its lower bound taken as 0. */
    private static double area(double[] falseRates, double[] trueRates, double low, double high) {
        double area = 0;
        double x = Double.NaN;
        double y = Double.NaN;
        for (int i = 0; i < trueRates.length; i++) {
            if (i > 0 && trueRates[i - 1] < low && trueRates[i] > low) {
                x = crossing(falseRates, trueRates, i, low);
                y = low;
            }
            boolean above = trueRates[i] > high;
            if (trueRates[i] >= low) {
                double toX = above ? crossing(falseRates, trueRates, i, high) : falseRates[i];
                double toY = above ? high : trueRates[i];
                if (!Double.isNaN(x)) {
                    area += (toX - x) * ((toY - low) + (y - low)) / 2;
                }
                x = toX;
                y = toY;
            }
            if (above) {
                break;
            }
        }
        return area + (1 - x) * ((high - low) + (y - low)) / 2;
    }

    private static double crossing(double[] falseRates, double[] trueRates, int at, double level) {
        if (trueRates[at - 1] == level) {
            return falseRates[at - 1];
        }
        double share = (level - trueRates[at - 1]) / (trueRates[at] - trueRates[at - 1]);
        return falseRates[at - 1] + (falseRates[at] - falseRates[at - 1]) * share;
    }
}
