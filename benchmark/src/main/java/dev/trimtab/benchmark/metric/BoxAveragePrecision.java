package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mean average precision of labelled boxes after PASCAL VOC 2010, as MLE-bench's grader of siim-covid19-detection has
 * it: a box is right if it overlaps a free true box of its label by more than a half. For each label the average precision
 * is scikit-learn's over these cases: a predicted box, right or wrong, at its confidence; a true box without one, right at
 * 0; a row with neither, wrong at 0. 1 is perfect.
 *
 * @param target the column of the true and the predicted boxes
 */
record BoxAveragePrecision(String target) implements Metric {
    private static final double LEAST_OVERLAP = 0.5;

    /** A case of one label: right or wrong, at a confidence. */
    private record Case(boolean right, double confidence) {}

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        List<List<LabelledBox>> truth = boxes(answers.column(target));
        List<List<LabelledBox>> predicted = boxes(TextCells.requiredInEveryRow(submission.column(target)));
        predicted.forEach(boxes ->
                boxes.sort(Comparator.comparingDouble(LabelledBox::confidence).reversed()));
        TreeSet<String> labels = truth.stream()
                .flatMap(List::stream)
                .map(LabelledBox::label)
                .collect(Collectors.toCollection(TreeSet::new));
        double sum = 0;
        for (String label : labels) {
            List<Case> cases = new ArrayList<>();
            for (int row = 0; row < truth.size(); row++) {
                cases.addAll(cases(of(label, truth.get(row)), of(label, predicted.get(row))));
            }
            sum += averagePrecision(cases, label);
        }
        return labels.isEmpty() ? 0 : sum / labels.size();
    }

    private List<List<LabelledBox>> boxes(Column column) {
        return IntStream.range(0, column.size())
                .mapToObj(row -> LabelledBox.parse(column.text(row), target))
                .toList();
    }

    private static List<LabelledBox> of(String label, List<LabelledBox> boxes) {
        return boxes.stream().filter(box -> box.label().equals(label)).toList();
    }

    private static List<Case> cases(List<LabelledBox> truth, List<LabelledBox> predicted) {
        List<LabelledBox> free = new ArrayList<>(truth);
        List<Case> cases = new ArrayList<>();
        for (LabelledBox box : predicted) {
            double best = LEAST_OVERLAP;
            int match = -1;
            for (int i = 0; i < free.size(); i++) {
                double overlap = box.overlap(free.get(i));
                if (overlap > best) {
                    best = overlap;
                    match = i;
                }
            }
            cases.add(new Case(match >= 0, box.confidence()));
            if (match >= 0) {
                free.remove(match);
            }
        }
        free.forEach(box -> cases.add(new Case(true, 0)));
        if (cases.isEmpty()) {
            cases.add(new Case(false, 0));
        }
        return cases;
    }

    /** Returns the sum over falling confidences of the rise in recall times the precision. */
    private double averagePrecision(List<Case> cases, String label) {
        if (cases.stream().anyMatch(found -> !Double.isFinite(found.confidence()))) {
            throw new SubmissionFormatException("column `" + target + "`: confidences must be finite numbers");
        }
        if (cases.stream().allMatch(Case::right)) {
            throw new SubmissionFormatException("column `" + target + "`: every box of `" + label
                    + "` is right and no row is without one, which leaves the average precision undefined");
        }
        cases.sort(Comparator.comparingDouble(Case::confidence).reversed());
        double all = cases.stream().filter(Case::right).count();
        double right = 0;
        double sum = 0;
        int before = 0;
        for (int i = 0; i < cases.size(); i++) {
            right += cases.get(i).right() ? 1 : 0;
            if (i + 1 == cases.size()
                    || cases.get(i + 1).confidence() != cases.get(i).confidence()) {
                sum += (right - before) / all * (right / (i + 1));
                before = (int) right;
            }
        }
        return sum;
    }
}
