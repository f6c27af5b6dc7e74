package dev.trimtab.benchmark.statistics;

import java.util.Arrays;

/** The exact distribution of a sum of independent draws from -1, 0 and 1; what is less likely than rounding is cut off. */
final class TernarySum {
    private static final double NEGLIGIBLE = 1e-20;

    private final long least;
    private final double[] mass;

    private TernarySum(long least, double[] mass) {
        this.least = least;
        this.mass = mass;
    }

    /** Returns the distribution of the sum of so many draws, -1 with chance {@code down} and 1 with chance {@code up}. */
    static TernarySum of(double down, double up, long draws) {
        TernarySum power = new TernarySum(-1, new double[] {down, Math.max(0, 1 - down - up), up});
        TernarySum sum = new TernarySum(0, new double[] {1});
        for (long left = draws; left > 0; left >>= 1) {
            sum = (left & 1) == 1 ? sum.plus(power) : sum;
            power = left > 1 ? power.plus(power) : power;
        }
        return sum;
    }

    /** Returns the least value that is not exceeded with at least this chance. */
    long quantile(double chance) {
        double total = 0;
        for (double m : mass) {
            total += m;
        }
        double below = 0;
        for (int i = 0; i < mass.length; i++) {
            below += mass[i];
            if (below >= chance * total) {
                return least + i;
            }
        }
        return least + mass.length - 1;
    }

    /** Returns the chance of a value of at most this. */
    double atMost(long value) {
        double below = 0;
        for (int i = 0; i < mass.length && least + i <= value; i++) {
            below += mass[i];
        }
        return below;
    }

    private TernarySum plus(TernarySum other) {
        double[] joint = new double[mass.length + other.mass.length - 1];
        for (int i = 0; i < mass.length; i++) {
            for (int j = 0; j < other.mass.length; j++) {
                joint[i + j] += mass[i] * other.mass[j];
            }
        }
        int from = 0;
        int to = joint.length;
        while (from < to - 1 && joint[from] < NEGLIGIBLE) {
            from++;
        }
        while (to > from + 1 && joint[to - 1] < NEGLIGIBLE) {
            to--;
        }
        return new TernarySum(least + other.least + from, Arrays.copyOfRange(joint, from, to));
    }
}
