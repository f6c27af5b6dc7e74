package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The mean average precision of the first k predictions: in each row the precision at the first place of each right item,
 * summed and divided by the number of true items or k, whichever is less. Cells hold items between single blanks, best
 * first; an item that is named again keeps its place and scores once. 1 is perfect.
 *
 * @param target the column of the true and the predicted items
 * @param k how many predictions count, at least 1
 * @param asNumbers whether items are compared without leading zeros
 */
record AveragePrecisionAtK(String target, int k, boolean asNumbers) implements Metric {
    public AveragePrecisionAtK {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1 but is " + k);
        }
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            sum += precision(new HashSet<>(List.of(items(truth, row))), items(predicted, row));
        }
        return sum / truth.size();
    }

    private double precision(Set<String> truth, String[] predicted) {
        int most = Math.min(truth.size(), k);
        double score = 0;
        int hits = 0;
        for (int place = 0; place < Math.min(predicted.length, k); place++) {
            if (truth.remove(predicted[place])) {
                hits++;
                score += (double) hits / (place + 1);
            }
        }
        return score / most;
    }

    private String[] items(Column column, int row) {
        String[] items = PythonText.pieces(PandasText.of(column, row));
        return asNumbers
                ? Arrays.stream(items)
                        .map(item -> item.replaceFirst("^0+(?=\\d)", ""))
                        .toArray(String[]::new)
                : items;
    }
}
