package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The F score of marked pixels, averaged over rows, as scikit-learn's {@code fbeta_score}: 0 where no pixel is marked right.
 * 1 is perfect.
 *
 * @param masks where the masks are
 * @param beta how many times as much recall weighs as precision
 */
record MaskFBeta(MaskColumns masks, double beta) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(masks.predicted());
    }

    @Override
    public List<String> truthColumns() {
        return masks.truthColumns();
    }

    @Override
    public double score(Table answers, Table submission) {
        double weight = beta * beta;
        double sum = 0;
        for (MaskColumns.Pair pair : masks.pairs(answers, submission)) {
            double common = pair.truth().common(pair.predicted());
            sum += common == 0
                    ? 0
                    : (1 + weight)
                            * common
                            / (weight * pair.truth().count() + pair.predicted().count());
        }
        return sum / answers.size();
    }
}
