package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.probability.Normal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            List<Read> found = read(lineages, entry.getValue());
            double q = family(found);
            families.put(entry.getKey(), q);
            for (Hypothesis h : entry.getValue()) {
                routes.put(h.id(), lineages.knows(h) ? 0 : q * prior.fitnessPrior());
            }
            for (Read read : found) {
                Lineage lineage = read.lineage();
                count += lineage.count();
                routes.put(lineage.carrier(), q * fitness(read));
                lineage.members().forEach(id -> effort.put(id, lineage.effort()));
            }
        }
        return new Promises(routes, families, effort, count);
    }

    /**
     * A lineage and what is read of it.
     *
     * @param ratio how much more likely, in nats, its rise is if it can realise its family than if it cannot
     * @param mix the same with the chance that it can, {@code ln(fit e^ratio + 1 - fit)}
     * @param staleness control steps since the last evidence on any of its members
     */
    private record Read(Lineage lineage, double ratio, double mix, int staleness) {}

    private List<Read> read(Lineages lineages, List<Hypothesis> family) {
        Map<Lineage, Integer> freshest = new LinkedHashMap<>();
        for (Hypothesis h : family) {
            Lineage lineage = lineages.of(h);
            if (lineage != null) {
                freshest.merge(lineage, h.staleness(), Math::min);
            }
        }
        List<Read> read = new ArrayList<>(freshest.size());
        freshest.forEach((lineage, staleness) -> {
            double ratio = logRatio(lineage);
            read.add(new Read(lineage, ratio, logMix(ratio), staleness));
        });
        return read;
    }

    private double family(List<Read> lineages) {
        double logOdds = Math.log(prior.familyPrior()) - Math.log1p(-prior.familyPrior());
        int freshest = Integer.MAX_VALUE;
        for (Read read : lineages) {
            logOdds += read.mix();
            freshest = read.lineage().count() == 0 ? freshest : Math.min(freshest, read.staleness());
        }
        double learned = 1 / (1 + Math.exp(Math.min(700, -logOdds)));
        return freshest == Integer.MAX_VALUE ? prior.familyPrior() : relaxed(learned, prior.familyPrior(), freshest);
    }

    private double fitness(Read read) {
        double learned = Math.min(1, prior.fitnessPrior() * Math.exp(read.ratio() - read.mix()));
        return relaxed(learned, prior.fitnessPrior(), read.staleness());
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
