package dev.trimtab.controller.portfolio;

/** Range checks whose messages name the parameter, the rule and the value. */
public final class Ranges {
    private Ranges() {}

    /** Returns the value, or throws if it is not in [0,1]. */
    public static double unit(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1] but was " + value);
        }
        return value;
    }

    /** Returns the value, or throws if it is negative or not a number. */
    public static double nonNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must be >= 0 but was " + value);
        }
        return value;
    }

    /** Returns the value, or throws if it is not above 0. */
    public static double positive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be > 0 but was " + value);
        }
        return value;
    }
}
