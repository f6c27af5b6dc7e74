package dev.trimtab.controller.belief;

/**
 * The promise that a route has at face value: where its score stands between the worst and the best. It is what a search without a
 * controller goes by, and it is no probability.
 */
public final class FaceValue {
    /** The face value of the worst score, and of what failed. */
    public static final double LEAST = 0.1;

    private static final double WIDTH = 0.8;

    private FaceValue() {}

    /**
     * Returns the face value in [0.1,0.9].
     *
     * @param score larger is better
     * @param worst the lowest score of all routes
     * @param best the highest; if it equals the lowest, the face value is 0.5
     */
    public static double of(double score, double worst, double best) {
        double place = best > worst ? (score - worst) / (best - worst) : 0.5;
        return LEAST + WIDTH * place;
    }
}
