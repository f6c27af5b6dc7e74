package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.List;

/**
 * The F1 score in which a probability counts as that part of a positive prediction, as the competition
 * rsna-breast-cancer-detection defines it. Predictions are cut to [0, 1]; a missing one makes the score 0. 1 is perfect.
 *
 * @param target the column of the true class, 0 or 1, and of the probability
 */
record ProbabilisticF1(String target) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        double[] truth = answers.column(target).finiteNumbers();
        Column column = submission.column(target);
        if (!column.isNumeric()) {
            throw new SubmissionFormatException("column `" + target + "` must hold numbers");
        }
        double[] predicted = column.numbers();
        if (Arrays.stream(predicted).allMatch(value -> value < 0)) {
            throw new SubmissionFormatException("column `" + target + "` holds negative numbers only");
        }
        double positives = Arrays.stream(truth).filter(value -> value != 0).count();
        if (positives == 0) {
            throw new SubmissionFormatException(
                    "the answers of column `" + target + "` have no positive row, so that nothing can be scored");
        }
        double hits = 0;
        double all = 0;
        for (int row = 0; row < truth.length; row++) {
            double part = Math.min(Math.max(predicted[row], 0), 1);
            all += part;
            hits += truth[row] != 0 ? part : 0;
        }
        double precision = hits / all;
        double recall = hits / positives;
        return precision > 0 && recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }
}
