package dev.trimtab.controller.estimate;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.List;

/**
 * The half-life {@code H} of laws L1 and L9 from what a search went back to: of what could be taken up again each item is taken up in proportion to
 * its live part {@code 2^(-s/H)}. The most likely value on a grid under a log-normal prior.
 *
 * @param prior median in control steps, above 0
 * @param spread standard deviation of the prior in doublings, above 0
 */
public record HalfLifeEstimator(double prior, double spread) {
    private static final int STEPS = 60;

    /**
     * One return.
     *
     * @param staleness of the item that was taken up, in control steps, at least 0
     * @param offered stalenesses of all that could have been, its own included
     */
    public record Return(int staleness, List<Integer> offered) {
        /** Copies the list and checks that the item was among them. */
        public Return {
            offered = List.copyOf(offered);
            if (!offered.contains(staleness)) {
                throw new IllegalArgumentException("staleness " + staleness + " was not offered");
            }
        }
    }

    /** Checks the ranges. */
    public HalfLifeEstimator {
        Ranges.positive("prior", prior);
        Ranges.positive("spread", spread);
    }

    /** Returns the half-life that the returns speak for most, in control steps; the prior's median if there are none. */
    public double of(List<Return> returns) {
        double best = prior;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = -STEPS; i <= STEPS; i++) {
            double deviations = 3.0 * i / STEPS;
            double tried = prior * Math.pow(2, spread * deviations);
            double fit = -deviations * deviations / 2;
            for (Return seen : returns) {
                double all = 0;
                for (int staleness : seen.offered()) {
                    all += Math.pow(2, (seen.staleness() - staleness) / tried);
                }
                fit -= Math.log(all);
            }
            best = fit > most ? tried : best;
            most = Math.max(fit, most);
        }
        return best;
    }
}
