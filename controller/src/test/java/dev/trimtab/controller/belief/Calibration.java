package dev.trimtab.controller.belief;

/** Compares predicted chances with how often they came true, in ten bins. */
final class Calibration {
    private static final int ENOUGH = 500;

    private final double[] predicted = new double[10];
    private final int[] real = new int[10];
    private final int[] count = new int[10];

    void add(double chance, boolean came) {
        int bin = (int) Math.min(9, chance * 10);
        predicted[bin] += chance;
        real[bin] += came ? 1 : 0;
        count[bin]++;
    }

    /** Returns the largest gap between prediction and reality over the bins that hold enough. */
    double largestError() {
        double largest = 0;
        for (int bin = 0; bin < count.length; bin++) {
            if (count[bin] > ENOUGH) {
                largest = Math.max(largest, Math.abs(predicted[bin] - real[bin]) / count[bin]);
            }
        }
        return largest;
    }
}
