package dev.trimtab.controller.estimate;

import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.List;

/**
 * The gaps {@code Delta} and {@code Gamma} of law L1 from choices between an adequate family and its decoy, whose truth the strong
 * verification told: the most likely pair on a grid, under a normal prior around the assumed one. Choices tell the gaps in units of
 * {@code sigma_epsilon} only, so that the noise stays as it was assumed.
 *
 * @param prior the assumed gaps and noise, noise above 0
 * @param spread standard deviation of the prior of both gaps, in units of promise, above 0
 */
public record ChoiceEstimator(Contamination prior, double spread) {
    private static final int STEPS = 60;

    /**
     * One choice.
     *
     * @param contamination {@code chi} in [0,1] of the context that it was made in
     * @param adequate whether the adequate family was chosen
     */
    public record Choice(double contamination, boolean adequate) {
        /** Checks the range. */
        public Choice {
            Ranges.unit("contamination", contamination);
        }
    }

    /** Checks the ranges. */
    public ChoiceEstimator {
        Ranges.positive("noise", prior.noise());
        Ranges.positive("spread", spread);
    }

    /** Returns the gaps that the choices speak for most, the prior's if there are none. */
    public Contamination of(List<Choice> choices) {
        Contamination best = prior;
        double most = fit(prior, choices);
        for (int i = -STEPS; i <= STEPS; i++) {
            for (int j = -STEPS; j <= STEPS; j++) {
                double live = prior.live() + 3 * spread * i / STEPS;
                if (live > 0) {
                    Contamination gaps =
                            new Contamination(live, prior.legacy() + 3 * spread * j / STEPS, prior.noise());
                    double fit = fit(gaps, choices);
                    best = fit > most ? gaps : best;
                    most = Math.max(fit, most);
                }
            }
        }
        return best;
    }

    private double fit(Contamination gaps, List<Choice> choices) {
        double live = (gaps.live() - prior.live()) / spread;
        double legacy = (gaps.legacy() - prior.legacy()) / spread;
        double fit = -(live * live + legacy * legacy) / 2;
        for (Choice choice : choices) {
            double right = gaps.chooseAdequate(choice.contamination());
            fit += Math.log(Math.max(1e-300, choice.adequate() ? right : 1 - right));
        }
        return fit;
    }
}
