package dev.trimtab.controller.estimate;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicted adequacy against what came true, in ten bins of equal width.
 *
 * @param bins the ten bins, of rising prediction
 * @param brier mean squared difference of prediction and outcome, in [0,1] (Brier 1950)
 */
public record Calibration(List<Bin> bins, double brier) {
    private static final int BINS = 10;

    /**
     * One prediction.
     *
     * @param predicted in [0,1]
     * @param cameTrue whether it did
     */
    public record Prediction(double predicted, boolean cameTrue) {
        /** Checks the range. */
        public Prediction {
            Ranges.unit("predicted", predicted);
        }
    }

    /**
     * The predictions of one bin.
     *
     * @param count how many
     * @param predicted their mean; 0 if there are none
     * @param observed the share that came true; 0 if there are none
     */
    public record Bin(int count, double predicted, double observed) {}

    /** Copies the bins. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /** Returns the calibration of predictions, at least one. */
    public static Calibration of(List<Prediction> predictions) {
        Ranges.positive("predictions", predictions.size());
        int[] count = new int[BINS];
        double[] predicted = new double[BINS];
        double[] observed = new double[BINS];
        double squares = 0;
        for (Prediction p : predictions) {
            int bin = Math.min(BINS - 1, (int) (BINS * p.predicted()));
            double outcome = p.cameTrue() ? 1 : 0;
            count[bin]++;
            predicted[bin] += p.predicted();
            observed[bin] += outcome;
            squares += (p.predicted() - outcome) * (p.predicted() - outcome);
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int n = Math.max(1, count[bin]);
            bins.add(new Bin(count[bin], predicted[bin] / n, observed[bin] / n));
        }
        return new Calibration(bins, squares / predictions.size());
    }

    /** Returns the mean gap between prediction and outcome over the bins, weighted by their counts, in [0,1]. */
    public double error() {
        double gaps = 0;
        int all = 0;
        for (Bin bin : bins) {
            gaps += bin.count() * Math.abs(bin.predicted() - bin.observed());
            all += bin.count();
        }
        return gaps / all;
    }
}
