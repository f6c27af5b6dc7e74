package dev.trimtab.benchmark.statistics;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end, at least {@code low}
 */
public record Interval(double low, double high) {
    /** Checks the order. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval needs low <= high but was " + low + " to " + high);
        }
    }

    /** Returns whether the value lies in it, ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
