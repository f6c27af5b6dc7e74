package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * The natural logarithm of each group's mean absolute error, averaged over the groups, after the competition
 * champs-scalar-coupling. The lower the better; a group without error is worth the logarithm of the floor.
 *
 * @param target the column of the true and the predicted numbers
 * @param group the column of the answers that names the group
 * @param floor the least error that counts, at least 0; 0 gives -infinity, as MLE-bench's grader does
 */
record LogMae(String target, String group, double floor) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public List<String> truthColumns() {
        return List.of(target, group);
    }

    @Override
    public double score(Table answers, Table submission) {
        PairedNumbers pairs = PairedNumbers.of(target, answers, submission);
        CellIndex groups = new CellIndex(/* numeric= */ false);
        int[] codes = groups.addAll(answers.column(group));
        double[] sums = new double[groups.size()];
        double[] counts = new double[groups.size()];
        for (int row = 0; row < codes.length; row++) {
            sums[codes[row]] += Math.abs(pairs.truth()[row] - pairs.predicted()[row]);
            counts[codes[row]]++;
        }
        Arrays.setAll(sums, code -> Math.log(Math.max(sums[code] / counts[code], floor)));
        return Arrays.stream(sums).average().orElse(Double.NaN);
    }
}
