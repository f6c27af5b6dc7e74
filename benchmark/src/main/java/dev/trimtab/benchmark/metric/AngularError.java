package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The mean angle between true and predicted directions in radians, 0 to pi, after the competition
 * icecube-neutrinos-in-deep-ice. 0 is perfect.
 *
 * @param azimuth the column of the azimuth in radians
 * @param zenith the column of the zenith in radians
 */
record AngularError(String azimuth, String zenith) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(azimuth, zenith);
    }

    @Override
    public double score(Table answers, Table submission) {
        for (String name : columns()) {
            Column column = submission.column(name);
            if (column.kind() == Column.Kind.BOOLEAN || !column.isNumeric()) {
                throw new SubmissionFormatException("column `" + name + "` must hold numbers");
            }
        }
        PairedNumbers azimuths = PairedNumbers.of(azimuth, answers, submission);
        PairedNumbers zeniths = PairedNumbers.of(zenith, answers, submission);
        double sum = 0;
        for (int row = 0; row < answers.size(); row++) {
            double truth = zeniths.truth()[row];
            double predicted = zeniths.predicted()[row];
            double turn = azimuths.truth()[row];
            double given = azimuths.predicted()[row];
            // not cos(turn - given): small angles keep the original's rounding
            double across = Math.cos(turn) * Math.cos(given) + Math.sin(turn) * Math.sin(given);
            double cosine = Math.sin(truth) * Math.sin(predicted) * across + Math.cos(truth) * Math.cos(predicted);
            sum += Math.acos(Math.max(-1, Math.min(1, cosine)));
        }
        return sum / answers.size();
    }
}
