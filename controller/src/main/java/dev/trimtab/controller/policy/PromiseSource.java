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
     * @param assessed whether the promise that is stated of a route that is not open is the caller's own assessment; else it is a first impression,
     *     which a lure makes as well as any other, and the route is like every other of which nothing was seen
     */
    record Learned(List<Evidence> evidence, boolean assessed) implements PromiseSource {
        /** Copies the list. */
        public Learned {
            evidence = List.copyOf(evidence);
        }

        /** Makes the source of a caller that assesses routes that are not open itself. */
        public Learned(List<Evidence> evidence) {
            this(evidence, /* assessed= */ true);
        }

        @Override
        public Promises read(Portfolio portfolio, PolicyParameters parameters) {
            return new GainPromiseModel(parameters.gains(), parameters.ageing().promiseHalfLife())
                    .learn(portfolio, evidence);
        }

        @Override
        public double ofUnopened(double stated, PolicyParameters parameters) {
            return assessed
                    ? stated
                    : parameters.gains().familyPrior() * parameters.gains().fitnessPrior();
        }
    }
}
