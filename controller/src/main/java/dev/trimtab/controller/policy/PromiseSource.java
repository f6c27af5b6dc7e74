package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.GainPromiseModel;
import dev.trimtab.controller.belief.Promises;
import dev.trimtab.controller.law.Drift;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the promises of a state come from. */
public sealed interface PromiseSource {
    /** Returns the promises of a portfolio's hypotheses and families. */
    Promises read(Portfolio portfolio, PolicyParameters parameters);

    /** Returns {@code q_f} in (0,1) of every family as it is before anything is seen. */
    default double familyPrior(PolicyParameters parameters) {
        return parameters.gains().familyPrior();
    }

    /** Returns {@code u_i} in (0,1] of a family's carrier as it is before anything is seen. */
    default double fitnessPrior(PolicyParameters parameters) {
        return parameters.gains().fitnessPrior();
    }

    /** Returns the promise in [0,1] of a route that is not open, for which the caller states one. */
    default double ofUnopened(double stated, PolicyParameters parameters) {
        return stated;
    }

    /** The promises are those that the hypotheses state; the controller only ages them. */
    record Stated() implements PromiseSource {
        @Override
        public Promises read(Portfolio portfolio, PolicyParameters parameters) {
            Ageing ageing = parameters.ageing();
            Map<String, Double> routes = new HashMap<>();
            Map<Family, Double> families = new HashMap<>();
            for (Hypothesis h : portfolio.hypotheses()) {
                double aged =
                        Drift.promise(ageing.promisePrior(), h.promise(), h.staleness(), ageing.promiseHalfLife());
                routes.put(h.id(), aged);
                families.merge(h.family(), aged, Math::max);
            }
            return new Promises(routes, families, Map.of(), 0);
        }

        @Override
        public double familyPrior(PolicyParameters parameters) {
            return parameters.ageing().promisePrior();
        }

        @Override
        public double fitnessPrior(PolicyParameters parameters) {
            return 1;
        }
    }

    /**
     * The controller learns the promises; those that the hypotheses state are not read.
     *
     * @param evidence all that was seen in this search, in the order in which it was seen
     */
    record Learned(List<Evidence> evidence) implements PromiseSource {
        /** Copies the list. */
        public Learned {
            evidence = List.copyOf(evidence);
        }

        @Override
        public Promises read(Portfolio portfolio, PolicyParameters parameters) {
            return new GainPromiseModel(parameters.gains(), parameters.ageing().promiseHalfLife())
                    .learn(portfolio, evidence);
        }
    }

    /**
     * The promises that the hypotheses state are first impressions that nobody measured. A lure makes a good one, so that its level tells little; how it
     * moves while the route is worked on tells as much as any evidence. The pool is linear: with the chance {@link #RELIANCE} what is stated is
     * right, else it says no more than its moves.
     *
     * @param moves each impression when it was first stated and each change of it that work brought, in the order in which they were seen
     */
    record Impressions(List<Evidence> moves) implements PromiseSource {
        /** Chance that a stated level is right, assumed: enough to tell routes apart of which nothing else is known. */
        public static final double RELIANCE = 0.05;

        /** Copies the list. */
        public Impressions {
            moves = List.copyOf(moves);
        }

        @Override
        public Promises read(Portfolio portfolio, PolicyParameters parameters) {
            Promises stated = new Stated().read(portfolio, parameters);
            Promises moved = new Learned(moves).read(portfolio, parameters);
            Map<String, Double> routes = new HashMap<>();
            Map<Family, Double> families = new HashMap<>();
            for (Hypothesis h : portfolio.hypotheses()) {
                routes.put(h.id(), pooled(moved.of(h), stated.of(h)));
                families.computeIfAbsent(h.family(), f -> pooled(moved.of(f), stated.of(f)));
            }
            return new Promises(routes, families, moved.effort(), moved.count());
        }

        @Override
        public double ofUnopened(double stated, PolicyParameters parameters) {
            return pooled(parameters.gains().familyPrior() * parameters.gains().fitnessPrior(), stated);
        }

        private static double pooled(double known, double stated) {
            return known + RELIANCE * (stated - known);
        }
    }
}
