package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The share of rows whose predicted label equals the true one, as scikit-learn's {@code accuracy_score}; 1 is perfect.
 *
 * <p>1, 1.0 and True are equal labels. Text against numbers is refused where both sides have at most two labels, and
 * otherwise never equal, as in scikit-learn 1.6 on columns read by pandas.
 *
 * @param target the column of the true and the predicted label
 * @param missing what a missing predicted label is
 * @param equalTypes whether text against numbers is always refused, as micro-averaged F1 does
 */
record Accuracy(String target, Missing missing, boolean equalTypes) implements Metric {
    /** What a missing predicted label is. */
    public enum Missing {
        /** A reason to refuse the submission. */
        REFUSED,
        /** A wrong label. */
        WRONG
    }

    /** Makes the metric that refuses missing labels. */
    public Accuracy(String target) {
        this(target, Missing.REFUSED, /* equalTypes= */ false);
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        PairedLabels pairs = missing == Missing.WRONG && predicted.hasMissing()
                ? PairedLabels.of(truth, predicted)
                : PairedLabels.of(target, answers, submission);
        boolean few = PairedLabels.distinct(pairs.truth()) <= 2 && PairedLabels.distinct(pairs.predicted()) <= 2;
        if (equalTypes || (few && !(missing == Missing.WRONG && predicted.hasMissing()))) {
            pairs.requireOneType(target);
        }
        int equal = 0;
        for (int row = 0; row < pairs.truth().length; row++) {
            equal += !pairs.mixed() && pairs.truth()[row] == pairs.predicted()[row] ? 1 : 0;
        }
        return (double) equal / pairs.truth().length;
    }
}
