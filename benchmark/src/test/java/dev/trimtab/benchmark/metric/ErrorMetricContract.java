package dev.trimtab.benchmark.metric;

import java.util.List;

/** What metrics promise that measure an error in one column: 0 for the truth, and no upper bound. */
abstract class ErrorMetricContract extends MetricContract {
    @Override
    List<String[]> perfect(List<String> truth) {
        return oneColumn(truth);
    }

    @Override
    double best() {
        return 0;
    }

    @Override
    double highest() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    double lowest() {
        return 0;
    }
}
