package dev.trimtab.controller.ecology;

import dev.trimtab.controller.probability.Normal;
import java.util.Set;

/**
 * What is known of which families are adequate, where some qualities are known, some known not to exceed their start, and the rest are drawn as ever; one
 * route a family, all in units of the standard deviation of quality above its mean.
 *
 * <p>With {@code r_f = P(y_f >= target)} and {@code a_f = P(f is the best and none reaches the target)} a plan of independent survivals {@code s_f} succeeds
 * with {@code 1 - prod(1 - s_f r_f) + sum a_f s_f}: either a survivor reaches the target, or none of all does and the best survives.
 */
final class QualityPosterior {
    private static final double LEAST = -8;
    private static final int STEPS = 400;

    /** {@code r_f} by place of the route. */
    private final double[] reaches;
    /** {@code a_f} by place of the route. */
    private final double[] bestBelow;

    private QualityPosterior(double[] reaches, double[] bestBelow) {
        this.reaches = reaches;
        this.bestBelow = bestBelow;
    }

    /**
     * Returns the posterior.
     *
     * @param looked places of the routes that were worked on
     */
    static QualityPosterior of(World world, Set<Integer> looked) {
        Constants constants = world.constants();
        double target = (constants.target() - constants.headroom()) / constants.qualitySpread();
        int routes = world.routes().size();
        double[] known = new double[routes];
        double[] most = new double[routes];
        double[] reaches = new double[routes];
        double highest = LEAST;
        for (Route route : world.routes()) {
            int place = route.index();
            double start = (route.start() - constants.headroom()) / constants.qualitySpread();
            double quality =
                    (world.truth().quality().get(route.family()) - constants.headroom()) / constants.qualitySpread();
            boolean seen = looked.contains(place);
            known[place] = seen && quality > start ? quality : Double.NaN;
            most[place] = seen ? start : Double.POSITIVE_INFINITY;
            if (Double.isNaN(known[place])) {
                reaches[place] = 1 - chance(Math.min(target, most[place]), most[place]);
            } else {
                reaches[place] = quality >= target ? 1 : 0;
                highest = Math.max(highest, quality);
            }
        }
        double[] bestBelow = highest >= target ? new double[routes] : bestBelow(target, highest, known, most);
        return new QualityPosterior(reaches, bestBelow);
    }

    /** Returns the chance of success of a plan. */
    double adequacy(double[] survivals) {
        double none = 1;
        double best = 0;
        for (int f = 0; f < survivals.length; f++) {
            none *= 1 - survivals[f] * reaches[f];
            best += survivals[f] * bestBelow[f];
        }
        return 1 - none + best;
    }

    private static double[] bestBelow(double target, double highest, double[] known, double[] most) {
        double[] chances = new double[known.length];
        double step = (target - highest) / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double low = highest + i * step;
            double all = 1;
            for (int g = 0; g < known.length; g++) {
                all *= Double.isNaN(known[g]) ? chance(low + step / 2, most[g]) : 1;
            }
            for (int f = 0; f < known.length; f++) {
                if (Double.isNaN(known[f]) && all > 0) {
                    double mass = chance(low + step, most[f]) - chance(low, most[f]);
                    chances[f] += mass * all / chance(low + step / 2, most[f]);
                }
            }
        }
        for (int f = 0; f < known.length; f++) {
            if (known[f] == highest) {
                chances[f] = 1;
                for (int g = 0; g < known.length; g++) {
                    chances[f] *= Double.isNaN(known[g]) ? chance(highest, most[g]) : 1;
                }
            }
        }
        return chances;
    }

    /** Returns the chance that a quality that is at most {@code most} is at most {@code value}. */
    private static double chance(double value, double most) {
        return value >= most ? 1 : Normal.cdf(value) / Normal.cdf(most);
    }
}
