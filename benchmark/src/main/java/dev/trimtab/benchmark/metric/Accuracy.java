package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The share of rows whose predicted label equals the true one, as scikit-learn's {@code accuracy_score}; 1 is perfect.
 *
 * <p>1, 1.0 and True are equal labels. Text against numbers is refused where both sides have at most two labels, and
 * otherwise never equal, as in scikit-learn 1.6 on columns read by pandas.
 *
 * @param target the column of the true and the predicted label
 */
public record Accuracy(String target) implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        PairedLabels pairs = PairedLabels.of(target, answers, submission);
        if (pairs.mixed()
                && PairedLabels.distinct(pairs.truth()) <= 2
                && PairedLabels.distinct(pairs.predicted()) <= 2) {
            throw new SubmissionFormatException("column `" + target
                    + "` holds labels of another type than the answers: numbers or True/False against text");
        }
        int equal = 0;
        for (int row = 0; row < pairs.truth().length; row++) {
            equal += !pairs.mixed() && pairs.truth()[row].equals(pairs.predicted()[row]) ? 1 : 0;
        }
        return (double) equal / pairs.truth().length;
    }
}
