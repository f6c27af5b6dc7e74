package dev.trimtab.controller.portfolio;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of work on a hypothesis showed.
 *
 * @param hypothesis the hypothesis's id
 * @param from id of the hypothesis that the work started from; null if it began the hypothesis, or went on with it
 * @param step the control step at which it was seen, at least 0
 * @param value the score, larger is better, on the scale that {@code GainModel} states; empty if the work gave none
 * @param noise standard deviation of the score's error on the same scale, at least 0
 * @param effort the work, in control steps, above 0
 */
public record Evidence(
        String hypothesis, @Nullable String from, int step, OptionalDouble value, double noise, double effort) {
    /** Checks the ranges. */
    public Evidence {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("evidence value must be finite but was " + value.getAsDouble());
        }
        Ranges.nonNegative("step", step);
        Ranges.nonNegative("noise", noise);
        Ranges.positive("effort", effort);
    }

    /** Makes the evidence of work that began the hypothesis, or went on with it, and gave a score. */
    public Evidence(String hypothesis, int step, double value, double noise, double effort) {
        this(hypothesis, null, step, OptionalDouble.of(value), noise, effort);
    }
}
