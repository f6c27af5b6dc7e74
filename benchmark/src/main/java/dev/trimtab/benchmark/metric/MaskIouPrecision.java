package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The share of the thresholds 0.50, 0.55, ..., 0.95 that the overlap of two masks (intersection over union) exceeds,
 * averaged over pictures, after the competition tgs-salt-identification-challenge. Two empty masks are worth 1, a mask
 * where there is none 0. 1 is perfect.
 *
 * @param masks where the masks are
 * @param emptyIsWhole whether an empty prediction counts as the whole picture, as it does in MLE-bench's grader
 */
record MaskIouPrecision(MaskColumns masks, boolean emptyIsWhole) implements Metric {
    private static final int THRESHOLDS = 10;
    private static final double FIRST = 0.5;

    /** The step of NumPy's {@code arange(0.5, 1, 0.05)}, which is what remains of 0.55 - 0.5. */
    private static final double STEP = 0.55 - FIRST;

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
        double sum = 0;
        for (MaskColumns.Pair pair : masks.pairs(answers, submission)) {
            sum += precision(pair);
        }
        return sum / answers.size();
    }

    private double precision(MaskColumns.Pair pair) {
        double truth = pair.truth().count();
        double predicted = pair.predicted().count();
        if (truth == 0) {
            return predicted == 0 ? 1 : 0;
        }
        double common = pair.truth().common(pair.predicted());
        double overlap = predicted == 0 && emptyIsWhole ? truth / pair.pixels() : common / (truth + predicted - common);
        int passed = 0;
        for (int i = 0; i < THRESHOLDS; i++) {
            passed += overlap > FIRST + i * STEP ? 1 : 0;
        }
        return (double) passed / THRESHOLDS;
    }
}
