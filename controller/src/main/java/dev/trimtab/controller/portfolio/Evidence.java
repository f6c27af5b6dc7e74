package dev.trimtab.controller.portfolio;

/**
 * What one look at a hypothesis showed.
 *
 * @param hypothesis the hypothesis's id
 * @param step the control step at which it was seen, at least 0
 * @param value the score, larger is better, on the scale that {@code GainModel} states
 * @param noise standard deviation of the score's error on the same scale, at least 0
 * @param effort work spent on the hypothesis since its last evidence, in control steps, above 0
 */
public record Evidence(String hypothesis, int step, double value, double noise, double effort) {
    /** Checks the ranges. */
    public Evidence {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("evidence value must be finite but was " + value);
        }
        Ranges.nonNegative("step", step);
        Ranges.nonNegative("noise", noise);
        Ranges.positive("effort", effort);
    }
}
