package dev.trimtab.controller.ecology;

/**
 * The interval from which a constant of a world is drawn evenly.
 *
 * @param low least value
 * @param high greatest value; equal to {@code low} for a constant that is set, which may then be infinite
 */
public record Range(double low, double high) {
    /** Checks the order. */
    public Range {
        if (!(low <= high) || (low < high && !(Double.isFinite(low) && Double.isFinite(high)))) {
            throw new IllegalArgumentException(
                    "a range needs finite low <= high, or one value, but was " + low + " to " + high);
        }
    }

    /** Returns the range of one value. */
    public static Range of(double value) {
        return new Range(value, value);
    }

    /**
     * Returns the range that a text such as {@code 0.2..0.5}, {@code 3} or {@code .inf} stands for.
     *
     * @throws IllegalArgumentException if it is none; the message says what is expected
     */
    public static Range parse(String text) {
        int dots = text.indexOf("..");
        try {
            return dots < 0
                    ? of(number(text))
                    : new Range(number(text.substring(0, dots)), number(text.substring(dots + 2)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a number or a range such as 0.2..0.5", e);
        }
    }

    private static double number(String text) {
        return text.equals(".inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** Returns the value at a share in [0,1) of the way from low to high. */
    public double at(double share) {
        return low == high ? low : low + share * (high - low);
    }

    /** Returns the whole number at a share in [0,1), each number from low to high alike. */
    int wholeAt(double share) {
        return (int) Math.floor(low + share * (high - low + 1));
    }

    /** Returns the range, or throws if it reaches outside an interval; the message names it. */
    Range within(String name, double least, double most) {
        if (low < least || high > most) {
            throw new IllegalArgumentException(
                    name + " must lie in [" + least + ", " + most + "] but was " + low + " to " + high);
        }
        return this;
    }
}
