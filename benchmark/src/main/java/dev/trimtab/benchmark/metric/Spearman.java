package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * Spearman's rank correlation, averaged over columns, as SciPy's {@code spearmanr}: ties share their mean rank, infinities
 * rank as they stand, a column with a cell of text is ranked as text. 1 is perfect; NaN if a column is constant or a cell
 * is missing.
 *
 * @param columns the columns of the true and the predicted numbers
 */
record Spearman(List<String> columns) implements Metric {
    public Spearman {
        columns = List.copyOf(columns);
    }

    @Override
    public double score(Table answers, Table submission) {
        double sum = 0;
        for (String name : columns) {
            Column truth = answers.column(name);
            Column predicted = submission.column(name);
            sum += truth.hasMissing() || predicted.hasMissing()
                    ? Double.NaN
                    : Pearson.correlation(ranks(truth), ranks(predicted));
        }
        return sum / columns.size();
    }

    private static double[] ranks(Column column) {
        CellIndex values = new CellIndex(column.isNumeric());
        int[] codes = values.addAll(column);
        double[] counts = new double[values.size()];
        Arrays.stream(codes).forEach(code -> counts[code]++);
        double[] ranks = new double[values.size()];
        double below = 0;
        for (int code : values.sorted()) {
            ranks[code] = below + (counts[code] + 1) / 2;
            below += counts[code];
        }
        return Arrays.stream(codes).mapToDouble(code -> ranks[code]).toArray();
    }
}
