package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.probability.Normal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conjugate two-class model of gain per effort, on lineages.
 *
 * <p>A family is adequate with the prior chance; a route of an adequate family can realise it with the fitness prior, a
 * route of another family never can. A route that can realise its family rises by {@code theta ~ N(rising, spread²)} a unit
 * of effort, every other by {@code theta ~ N(flat, spread²)}. A route is a {@link Lineage}: the hypotheses that grew out of
 * one start. Only its rise over that start is read, so that a high start proves nothing; the rise over so much effort is
 * normal around {@code theta} times the effort, and where nothing beat the start it is only known not to be above 0.
 *
 * <p>The promise of a lineage is its carrier's, the member that stands best. Its other members are how it came there: what
 * they could realise, the carrier can, so that their promise is 0.
 *
 * @param prior what is believed before any evidence
 * @param halfLife control steps after which promise is half way back to its prior ({@code H_p}), above 0, may be
 *     infinite; applied once from the last evidence
 */
public record GainPromiseModel(GainModel prior, double halfLife) implements PromiseModel {
    @Override
    public Promises learn(Portfolio portfolio, List<Evidence> evidence) {
        Lineages lineages = Lineages.of(portfolio, evidence);
        Map<String, Double> routes = new HashMap<>();
        Map<String, Double> effort = new HashMap<>();
        Map<Family, Double> families = new HashMap<>();
        int count = 0;
        for (Map.Entry<Family, List<Hypothesis>> entry : portfolio.byFamily().entrySet()) {
            List<Lineage> found = lineages.among(entry.getValue());
            Map<String, Integer> staleness = new HashMap<>();
            entry.getValue().forEach(h -> staleness.put(h.id(), h.staleness()));
            double q = family(found, staleness);
            families.put(entry.getKey(), q);
            for (Hypothesis h : entry.getValue()) {
                routes.put(h.id(), lineages.knows(h) ? 0 : q * prior.fitnessPrior());
            }
            for (Lineage lineage : found) {
                count += lineage.count();
                routes.put(lineage.carrier(), q * fitness(lineage, staleness));
                lineage.members().forEach(id -> effort.put(id, lineage.effort()));
            }
        }
        return new Promises(routes, families, effort, count);
    }

    private double family(List<Lineage> lineages, Map<String, Integer> staleness) {
        double logOdds = Math.log(prior.familyPrior()) - Math.log1p(-prior.familyPrior());
        int freshest = Integer.MAX_VALUE;
        for (Lineage lineage : lineages) {
            logOdds += logMix(logRatio(lineage));
            freshest = lineage.count() == 0 ? freshest : Math.min(freshest, freshest(lineage, staleness));
        }
        double learned = 1 / (1 + Math.exp(Math.min(700, -logOdds)));
        return freshest == Integer.MAX_VALUE ? prior.familyPrior() : relaxed(learned, prior.familyPrior(), freshest);
    }

    private double fitness(Lineage lineage, Map<String, Integer> staleness) {
        double ratio = logRatio(lineage);
        double learned = Math.min(1, prior.fitnessPrior() * Math.exp(ratio - logMix(ratio)));
        return relaxed(learned, prior.fitnessPrior(), freshest(lineage, staleness));
    }

    private static int freshest(Lineage lineage, Map<String, Integer> staleness) {
        return lineage.members().stream()
                .mapToInt(id -> staleness.getOrDefault(id, Integer.MAX_VALUE))
                .min()
                .orElse(0);
    }

    /** Returns {@code ln(fit e^ratio + 1 - fit)} without overflow. */
    private double logMix(double ratio) {
        double fit = prior.fitnessPrior();
        double top = Math.max(ratio, 0);
        return top + Math.log(fit * Math.exp(ratio - top) + (1 - fit) * Math.exp(-top));
    }

    /** Returns how much more likely, in nats, the lineage's rise is if it can realise its family than if it cannot. */
    private double logRatio(Lineage lineage) {
        double effort = lineage.effort();
        if (effort <= 0) {
            return 0;
        }
        double ends = lineage.variance() / (prior.scale() * prior.scale() * effort * effort);
        double variance = prior.spread() * prior.spread() + prior.noise() * prior.noise() / effort + ends;
        double mean = lineage.rise() / prior.scale() / effort;
        double rising = mean - prior.risingGain();
        double flat = mean - prior.flatGain();
        double deviation = Math.sqrt(variance);
        return lineage.unmoved()
                ? Normal.logCdf(rising / deviation) - Normal.logCdf(flat / deviation)
                : (flat * flat - rising * rising) / (2 * variance);
    }

    private double relaxed(double learned, double rest, int staleness) {
        return rest + (learned - rest) * Math.pow(2, -staleness / halfLife);
    }
}
