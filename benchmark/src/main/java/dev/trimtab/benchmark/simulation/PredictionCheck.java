package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.statistics.PairedDifferences;
import dev.trimtab.benchmark.statistics.Proportion;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What a law predicts of the reference in one cell beside what was seen, world by world.
 *
 * @param predicted mean over worlds of the law's value
 * @param seen mean over worlds of what came
 * @param interval 95 % interval of {@code seen}
 * @param gap {@code seen} less {@code predicted}
 * @param gapInterval 95 % interval of it: of the paired bootstrap over worlds; where each world tells yes or no only, Wilson's of {@code seen} less
 *     {@code predicted}, which does not vanish where all say the same
 * @param tolerance largest gap in either direction that the experiment calls agreement
 * @param verdict whether the interval of the gap lies within the tolerance
 */
public record PredictionCheck(
        double predicted,
        double seen,
        Interval interval,
        double gap,
        Interval gapInterval,
        double tolerance,
        Verdict verdict) {
    private static final double LEVEL = 0.95;

    /** What the interval of the gap says against the tolerance. */
    public enum Verdict {
        /** The whole interval lies within the tolerance. */
        WITHIN,
        /** The whole interval lies beyond it. */
        BEYOND,
        /** Some of it lies within and some beyond: so many worlds do not tell. */
        UNDECIDED
    }

    /**
     * Checks a prediction.
     *
     * @param outcomes of the reference, in the order of the worlds
     * @throws dev.trimtab.runtime.UserError if the worlds are not of the kind that the law speaks of
     */
    static PredictionCheck of(Prediction prediction, double tolerance, Ensemble ensemble, List<Outcome> outcomes) {
        List<Double> seen = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        double predicted = 0;
        for (int place = 0; place < outcomes.size(); place++) {
            double law =
                    prediction.of(ensemble.world(place), ensemble.protocol().windows());
            double came = prediction.seen(outcomes.get(place));
            predicted += law / outcomes.size();
            seen.add(came);
            gaps.add(came - law);
        }
        PairedDifferences of = new PairedDifferences(seen);
        double gap = of.mean() - predicted;
        Interval interval;
        Interval gapInterval;
        if (seen.stream().allMatch(came -> came == 0 || came == 1) && prediction == Prediction.WINDOWS) {
            interval = new Proportion(Math.round(of.mean() * seen.size()), seen.size()).interval(LEVEL);
            gapInterval = new Interval(interval.low() - predicted, interval.high() - predicted);
        } else {
            interval = of.bootstrapInterval(LEVEL);
            gapInterval = new PairedDifferences(gaps).bootstrapInterval(LEVEL);
        }
        return new PredictionCheck(
                predicted, of.mean(), interval, gap, gapInterval, tolerance, verdict(gapInterval, tolerance));
    }

    private static Verdict verdict(Interval gap, double tolerance) {
        if (gap.low() >= -tolerance && gap.high() <= tolerance) {
            return Verdict.WITHIN;
        }
        return gap.low() > tolerance || gap.high() < -tolerance ? Verdict.BEYOND : Verdict.UNDECIDED;
    }
}
