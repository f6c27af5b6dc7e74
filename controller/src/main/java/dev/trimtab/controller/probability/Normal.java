package dev.trimtab.controller.probability;

/** The standard normal distribution. */
public final class Normal {
    private static final double SQRT_2PI = Math.sqrt(2 * Math.PI);

    private Normal() {}

    /** Returns the chance of a value of at most {@code x}, with absolute error below 1e-14. */
    public static double cdf(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("x must be a number");
        }
        double size = Math.abs(x);
        double tail = size > 38 ? 0 : size < 3 ? 0.5 - central(size) : continuedTail(size);
        return x > 0 ? 1 - tail : tail;
    }

    /** Returns the natural logarithm of {@link #cdf}, also where that is too small for a double. */
    public static double logCdf(double x) {
        return x > -37 ? Math.log(cdf(x)) : -x * x / 2 - Math.log(-x * SQRT_2PI);
    }

    /** Returns the value below which the share {@code p} in (0,1) lies; infinite at the ends. */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be in [0, 1] but was " + p);
        }
        double low = -38;
        double high = 38;
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (cdf(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Returns the density at {@code x}. */
    public static double density(double x) {
        return Math.exp(-x * x / 2) / SQRT_2PI;
    }

    private static double central(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return sum * density(x);
    }

    private static double continuedTail(double x) {
        double fraction = 0;
        for (int k = 24 + (int) (400 / (x * x)); k >= 1; k--) {
            fraction = k / (x + fraction);
        }
        return density(x) / (x + fraction);
    }
}
