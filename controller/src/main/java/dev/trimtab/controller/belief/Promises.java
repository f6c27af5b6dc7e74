package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import java.util.Map;

/**
 * Promises of routes and of their families at one moment.
 *
 * @param routes {@code p_i} in [0,1] by hypothesis id
 * @param families {@code q_f} in [0,1], at least the promise of each of its routes
 * @param effort control steps of work behind each route's evidence, by hypothesis id; 0 if it is not named
 * @param count observations behind them; 0 if they are only priors
 */
public record Promises(
        Map<String, Double> routes, Map<Family, Double> families, Map<String, Double> effort, int count) {
    /** Copies the maps. */
    public Promises {
        routes = Map.copyOf(routes);
        families = Map.copyOf(families);
        effort = Map.copyOf(effort);
    }

    /** Returns the promise of the hypothesis, 0 if it is not known. */
    public double of(Hypothesis hypothesis) {
        return routes.getOrDefault(hypothesis.id(), 0.0);
    }

    /** Returns the probability that the family is adequate, 0 if it is not known. */
    public double of(Family family) {
        return families.getOrDefault(family, 0.0);
    }

    /** Returns {@code u_i = p_i / q_f} in [0,1], the fitness of the hypothesis to carry its family. */
    public double fitness(Hypothesis hypothesis) {
        double family = of(hypothesis.family());
        return family <= 0 ? 0 : Math.min(1, of(hypothesis) / family);
    }
}
