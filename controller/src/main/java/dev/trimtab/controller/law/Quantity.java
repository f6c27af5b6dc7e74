package dev.trimtab.controller.law;

/**
 * A number and where it comes from.
 *
 * @param value the number, in the unit that its user states
 * @param provenance where it comes from
 */
public record Quantity(double value, Provenance provenance) {
    /** Returns a number read off the run. */
    public static Quantity measured(double value) {
        return new Quantity(value, Provenance.MEASURED);
    }

    /** Returns a number that is only a default. */
    public static Quantity assumed(double value) {
        return new Quantity(value, Provenance.ASSUMED);
    }

    /** Returns an estimate from so many observations. */
    public static Quantity estimated(double value, int count) {
        return new Quantity(value, Provenance.estimated(count));
    }
}
