package dev.trimtab.controller.estimate;

import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.List;

/**
 * The pull of inertia {@code iota} of law L1 from choices between an adequate family and its decoy, together with the live gap {@code Delta}: the
 * most likely pair on a grid under a normal prior, where legacy speaks for the decoy by {@code iota} times how much more inertia it has. Choices
 * tell both in units of {@code sigma_epsilon} only, so that the noise stays as it was assumed.
 *
 * @param live {@code Delta > 0}, the mean of its prior
 * @param pull {@code iota >= 0}, the mean of its prior
 * @param noise {@code sigma_epsilon > 0}, assumed
 * @param spread standard deviation of both priors, above 0
 */
public record PullEstimator(double live, double pull, double noise, double spread) {
    private static final int STEPS = 40;

    /**
     * One choice.
     *
     * @param contamination {@code chi} in [0,1] of the context that it was made in
     * @param inertiaGap in [-1,1], inertia of the decoy less that of the adequate family
     * @param adequate whether the adequate family was chosen
     */
    public record Choice(double contamination, double inertiaGap, boolean adequate) {
        /** Checks the ranges. */
        public Choice {
            Ranges.unit("contamination", contamination);
            Ranges.unit("size of inertiaGap", Math.abs(inertiaGap));
        }
    }

    /** Checks the ranges. */
    public PullEstimator {
        Ranges.positive("live", live);
        Ranges.nonNegative("pull", pull);
        Ranges.positive("noise", noise);
        Ranges.positive("spread", spread);
    }

    /** Returns the pull that the choices speak for most, the prior's if there are none. */
    public double of(List<Choice> choices) {
        double best = pull;
        double most = fit(live, pull, choices);
        for (int i = -STEPS; i <= STEPS; i++) {
            for (int j = -STEPS; j <= STEPS; j++) {
                double gap = live + 3 * spread * i / STEPS;
                double tried = pull + 3 * spread * j / STEPS;
                if (gap > 0 && tried >= 0) {
                    double fit = fit(gap, tried, choices);
                    best = fit > most ? tried : best;
                    most = Math.max(fit, most);
                }
            }
        }
        return best;
    }

    private double fit(double gap, double tried, List<Choice> choices) {
        double fromLive = (gap - live) / spread;
        double fromPull = (tried - pull) / spread;
        double fit = -(fromLive * fromLive + fromPull * fromPull) / 2;
        for (Choice choice : choices) {
            double right =
                    new Contamination(gap, tried * choice.inertiaGap(), noise).chooseAdequate(choice.contamination());
            fit += Math.log(Math.max(1e-300, choice.adequate() ? right : 1 - right));
        }
        return fit;
    }
}
