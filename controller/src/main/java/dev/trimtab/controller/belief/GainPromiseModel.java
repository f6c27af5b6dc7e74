package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conjugate two-class model of gain per effort.
 *
 * <p>A family is adequate with the prior chance; a route of an adequate family can realise it with the fitness prior, a
 * route of another family never can. A route that can realise its family gains {@code theta ~ N(rising, spread²)} a unit
 * of effort, every other {@code theta ~ N(flat, spread²)}. Only increments are read, so that a high start proves nothing.
 * Over a route's evidence without gaps the increments telescope, hence its mean gain is sufficient for {@code theta} up
 * to the noise of the two ends and of the effort between.
 *
 * @param prior what is believed before any evidence
 * @param halfLife control steps after which promise is half way back to its prior ({@code H_p}), above 0, may be
 *     infinite; applied once from the last evidence
 */
public record GainPromiseModel(GainModel prior, double halfLife) implements PromiseModel {
    @Override
    public Promises learn(Portfolio portfolio, List<Evidence> evidence) {
        Map<String, Gains> gains = new HashMap<>();
        for (Evidence seen : evidence) {
            gains.merge(seen.hypothesis(), Gains.first(seen), (known, start) -> known.then(seen));
        }
        Map<String, Double> routes = new HashMap<>();
        Map<Family, Double> families = new HashMap<>();
        int count = 0;
        for (Map.Entry<Family, List<Hypothesis>> entry : portfolio.byFamily().entrySet()) {
            count += learnFamily(entry.getKey(), entry.getValue(), gains, routes, families);
        }
        Map<String, Double> effort = new HashMap<>();
        gains.forEach((id, seen) -> effort.put(id, seen.effort));
        return new Promises(routes, families, effort, count);
    }

    private int learnFamily(
            Family family,
            List<Hypothesis> carriers,
            Map<String, Gains> gains,
            Map<String, Double> routes,
            Map<Family, Double> families) {
        double logAdequate = Math.log(prior.familyPrior());
        double logNot = Math.log1p(-prior.familyPrior());
        int count = 0;
        int staleness = Integer.MAX_VALUE;
        for (Hypothesis carrier : carriers) {
            double ratio = logRatio(gains.get(carrier.id()));
            logAdequate += logMix(ratio);
            Gains seen = gains.get(carrier.id());
            if (seen != null && seen.effort > 0) {
                count += seen.count;
                staleness = Math.min(staleness, carrier.staleness());
            }
        }
        double learned = 1 / (1 + Math.exp(Math.min(700, logNot - logAdequate)));
        double q = count == 0 ? prior.familyPrior() : relaxed(learned, prior.familyPrior(), staleness);
        families.put(family, q);
        for (Hypothesis carrier : carriers) {
            Gains seen = gains.get(carrier.id());
            double fit = prior.fitnessPrior();
            if (seen != null) {
                double ratio = logRatio(seen);
                double fitness = fit * Math.exp(ratio - logMix(ratio));
                fit = relaxed(Math.min(1, fitness), fit, carrier.staleness());
            }
            routes.put(carrier.id(), q * fit);
        }
        return count;
    }

    /** Returns {@code ln(fit e^ratio + 1 - fit)} without overflow. */
    private double logMix(double ratio) {
        double fit = prior.fitnessPrior();
        double top = Math.max(ratio, 0);
        return top + Math.log(fit * Math.exp(ratio - top) + (1 - fit) * Math.exp(-top));
    }

    private double logRatio(@Nullable Gains seen) {
        if (seen == null || seen.effort <= 0) {
            return 0;
        }
        double mean = (seen.last - seen.start) / prior.scale() / seen.effort;
        double ends = (seen.startNoise * seen.startNoise + seen.lastNoise * seen.lastNoise)
                / (prior.scale() * prior.scale() * seen.effort * seen.effort);
        double variance = prior.spread() * prior.spread() + prior.noise() * prior.noise() / seen.effort + ends;
        double rising = mean - prior.risingGain();
        double flat = mean - prior.flatGain();
        return (flat * flat - rising * rising) / (2 * variance);
    }

    private double relaxed(double learned, double rest, int staleness) {
        return rest + (learned - rest) * Math.pow(2, -staleness / halfLife);
    }

    private record Gains(double start, double startNoise, double last, double lastNoise, double effort, int count) {
        static Gains first(Evidence seen) {
            return new Gains(seen.value(), seen.noise(), seen.value(), seen.noise(), 0, 0);
        }

        Gains then(Evidence seen) {
            return new Gains(start, startNoise, seen.value(), seen.noise(), effort + seen.effort(), count + 1);
        }
    }
}
