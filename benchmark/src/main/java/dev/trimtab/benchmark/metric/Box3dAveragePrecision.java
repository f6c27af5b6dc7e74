package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mean average precision of boxes in space over the labels of a row, the thresholds 0.50, 0.55, ..., 0.95 and the rows,
 * after the competition 3d-object-detection-for-autonomous-vehicles and the nuScenes development kit: each predicted box,
 * the surest first, takes the true box of its label that it overlaps most, and is right if the overlap exceeds the
 * threshold and that box is free. 1 is perfect.
 *
 * @param target the column of the true and the predicted boxes
 * @param falseLabelsIgnored whether predictions of labels that a row's truth lacks cost nothing, as in the original; else
 *     such a label has the average precision 0
 */
record Box3dAveragePrecision(String target, boolean falseLabelsIgnored) implements Metric {
    private static final List<Double> THRESHOLDS = List.of(0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95);

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = TextCells.required(submission.column(target));
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            sum += precision(
                    Box3d.parse(TextCells.orEmpty(truth, row), target),
                    Box3d.parse(TextCells.orEmpty(predicted, row), target));
        }
        return sum / truth.size();
    }

    /** Returns the mean over labels and thresholds; NaN if there is no label, as the original's mean of nothing. */
    private double precision(List<Box3d> truth, List<Box3d> predicted) {
        Stream<Box3d> labelled =
                falseLabelsIgnored ? truth.stream() : Stream.concat(truth.stream(), predicted.stream());
        TreeSet<String> labels = labelled.map(Box3d::label).collect(Collectors.toCollection(TreeSet::new));
        double sum = 0;
        for (String label : labels) {
            sum += precision(label, of(label, truth), of(label, predicted));
        }
        return sum / labels.size() / THRESHOLDS.size();
    }

    private static List<Box3d> of(String label, List<Box3d> boxes) {
        return boxes.stream().filter(box -> box.label().equals(label)).toList();
    }

    /** Returns the sum of a label's average precisions over the thresholds. */
    private double precision(String label, List<Box3d> truth, List<Box3d> predicted) {
        if (!predicted.stream().allMatch(Box3d::isSound)) {
            throw new SubmissionFormatException(
                    "column `" + target + "`: a box of `" + label + "` has a size that is not positive, or no centre");
        }
        List<Box3d> ranked = new ArrayList<>(predicted);
        ranked.sort(Comparator.comparingDouble(Box3d::confidence).reversed());
        int[] best = new int[ranked.size()];
        double[] overlaps = new double[ranked.size()];
        for (int i = 0; i < best.length; i++) {
            overlaps[i] = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < truth.size(); j++) {
                double overlap = ranked.get(i).overlap(truth.get(j));
                if (overlap > overlaps[i]) {
                    overlaps[i] = overlap;
                    best[i] = j;
                }
            }
        }
        return THRESHOLDS.stream()
                .mapToDouble(threshold -> averagePrecision(best, overlaps, truth.size(), threshold))
                .sum();
    }

    /** Returns the area below the falling envelope of precision over recall. */
    private static double averagePrecision(int[] best, double[] overlaps, int sought, double threshold) {
        boolean[] taken = new boolean[sought];
        double[] precision = new double[best.length];
        boolean[] right = new boolean[best.length];
        double found = 0;
        for (int i = 0; i < best.length; i++) {
            right[i] = overlaps[i] > threshold && !taken[best[i]];
            if (right[i]) {
                taken[best[i]] = true;
                found++;
            }
            precision[i] = found / (i + 1);
        }
        double area = 0;
        double envelope = 0;
        for (int i = best.length - 1; i >= 0; i--) {
            envelope = Math.max(envelope, precision[i]);
            area += right[i] ? envelope / sought : 0;
        }
        return area;
    }
}
