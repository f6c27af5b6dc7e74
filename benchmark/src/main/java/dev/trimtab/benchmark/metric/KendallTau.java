package dev.trimtab.benchmark.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kendall's rank correlation pooled over rows, after the competition AI4Code: 1 - 4 * inversions / sum of n (n - 1) for
 * rows of n items. Cells hold the items in order, between blanks. 1 is perfect, -1 the reverse.
 *
 * @param target the column of the true and the predicted order
 */
record KendallTau(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        double inversions = 0;
        double most = 0;
        for (int row = 0; row < truth.size(); row++) {
            List<String> right = PythonText.words(PandasText.of(truth, row));
            inversions += inversions(places(right, PythonText.words(PandasText.of(predicted, row))));
            most += (double) right.size() * (right.size() - 1);
        }
        return 1 - 4 * inversions / most;
    }

    /** Returns the predicted place of each item in the true order. */
    private int[] places(List<String> truth, List<String> predicted) {
        if (truth.size() != predicted.size()) {
            throw new SubmissionFormatException("a cell of column `" + target + "` lists " + predicted.size()
                    + " items where there are " + truth.size());
        }
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < predicted.size(); place++) {
            places.putIfAbsent(predicted.get(place), place);
        }
        return truth.stream()
                .mapToInt(item -> {
                    Integer place = places.get(item);
                    if (place == null) {
                        throw new SubmissionFormatException(
                                "a cell of column `" + target + "` lacks the item `" + item + "`");
                    }
                    return place;
                })
                .toArray();
    }

    /** Counts pairs in the wrong order by a Fenwick tree over the places. */
    private static long inversions(int[] places) {
        int[] tree = new int[places.length + 1];
        long inversions = 0;
        for (int i = 0; i < places.length; i++) {
            int notAbove = 0;
            for (int at = places[i] + 1; at > 0; at -= at & -at) {
                notAbove += tree[at];
            }
            inversions += i - notAbove;
            for (int at = places[i] + 1; at < tree.length; at += at & -at) {
                tree[at]++;
            }
        }
        return inversions;
    }
}
