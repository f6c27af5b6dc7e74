package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A belief held as weighted samples of the adequate set, so that families may go together (theory §1).
 *
 * @param scenarios the samples, at least one of them with weight
 */
public record ScenarioBelief(List<Scenario> scenarios) implements AdequacyBelief {
    /**
     * One sample of the adequate set.
     *
     * @param adequate the families that are adequate in it
     * @param weight its weight, at least 0; weights need not add up to 1
     */
    public record Scenario(Set<Family> adequate, double weight) {
        /** Copies the set and checks the weight. */
        public Scenario {
            adequate = Collections.unmodifiableSet(new LinkedHashSet<>(adequate));
            Ranges.nonNegative("weight", weight);
        }
    }

    /** Copies the samples and checks that they have weight. */
    public ScenarioBelief {
        scenarios = List.copyOf(scenarios);
        Ranges.positive("total weight", total(scenarios));
    }

    @Override
    public Set<Family> families() {
        Set<Family> families = new LinkedHashSet<>();
        scenarios.forEach(s -> families.addAll(s.adequate()));
        return families;
    }

    @Override
    public double probability(Family family) {
        return share(s -> s.adequate().contains(family) ? 1 : 0);
    }

    @Override
    public double someAdequate() {
        return share(s -> s.adequate().isEmpty() ? 0 : 1);
    }

    @Override
    public AdequacyTracker tracker() {
        return new ScenarioTracker(this, total(scenarios));
    }

    @Override
    public double adequacy(Map<Family, Double> survival) {
        return share(s -> {
            double none = 1;
            for (Family family : s.adequate()) {
                none *= 1 - survival.getOrDefault(family, 0.0);
            }
            return 1 - none;
        });
    }

    private double share(ToDoubleFunction<Scenario> value) {
        double sum = 0;
        for (Scenario scenario : scenarios) {
            sum += scenario.weight() * value.applyAsDouble(scenario);
        }
        return Math.min(1, sum / total(scenarios));
    }

    private static double total(List<Scenario> scenarios) {
        return scenarios.stream().mapToDouble(Scenario::weight).sum();
    }
}
