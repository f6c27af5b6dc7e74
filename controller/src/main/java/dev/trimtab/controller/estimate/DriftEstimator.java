package dev.trimtab.controller.estimate;

import dev.trimtab.controller.law.Drift;
import java.util.List;

/**
 * Legacy inflow {@code alpha} and purge rate {@code beta} of law L9 from the contaminations of a run, by least squares on {@code chi' -
 * chi = alpha (1 - chi) - beta chi} with a ridge towards the prior that counts as one observation of each.
 *
 * @param prior the drift before anything was seen
 */
public record DriftEstimator(Drift prior) {
    /**
     * What a control step did to a context.
     *
     * @param from {@code chi} in [0,1] as a decision left it
     * @param to {@code chi} in [0,1] before the next decision
     */
    public record Change(double from, double to) {}

    /** Returns the estimate, clipped to [0,1]; the prior if nothing was seen. */
    public Drift of(List<Change> changes) {
        double aa = 1;
        double ab = 0;
        double bb = 1;
        double ay = prior.inflow();
        double by = prior.purge();
        for (Change seen : changes) {
            double chi = seen.from();
            double change = seen.to() - chi;
            double live = 1 - chi;
            aa += live * live;
            ab -= live * chi;
            bb += chi * chi;
            ay += live * change;
            by -= chi * change;
        }
        double determinant = aa * bb - ab * ab;
        return new Drift(clipped((bb * ay - ab * by) / determinant), clipped((aa * by - ab * ay) / determinant));
    }

    private static double clipped(double rate) {
        return Math.max(0, Math.min(1, rate));
    }
}
