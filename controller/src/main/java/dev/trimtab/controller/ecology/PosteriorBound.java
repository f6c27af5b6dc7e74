package dev.trimtab.controller.ecology;

import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.HoldingCost;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy that learns can reach at most, given what it has seen at its last decision: {@code A*_posterior(B)} of law L4, the adequacy of the best
 * plan within the budget under the exact posterior of one who knows all constants of the world. No policy's success exceeds its mean over worlds,
 * whatever the policy believes.
 *
 * <p>It is exact for worlds where a look tells all: each route its own family and fit, no observation noise, early promise that tells nothing, no
 * tolerance, nothing lost by itself, no aliases. There work on a route shows its family's quality, or that it does not rise above the start. The plan
 * may hold again what the policy has given up.
 *
 * @param adequacy {@code A*_posterior(B)} in [0,1]
 * @param success whether the episode succeeded
 */
public record PosteriorBound(double adequacy, boolean success) {
    /**
     * Runs an episode and bounds it.
     *
     * @throws IllegalArgumentException if the posterior cannot be computed in this world or protocol
     */
    static PosteriorBound of(World world, Protocol protocol, StabilityPolicy policy) {
        check(world, protocol);
        Map<String, Integer> places = new HashMap<>();
        world.routes().forEach(route -> places.put(route.id(), route.index()));
        Set<Integer> looked = new HashSet<>();
        Set<Integer> before = new HashSet<>();
        Set<Integer> archived = new HashSet<>();
        Set<Integer> opened = new HashSet<>();
        Outcome outcome = new Episode(world, protocol).run(policy, event -> {
            if (event instanceof EcologyEvent.ContextPlanned planned) {
                before.addAll(looked);
                for (Hypothesis h : planned.state().portfolio().hypotheses()) {
                    int place = places.getOrDefault(h.id(), -1);
                    if (h.representation() == Representation.SHADOW) {
                        archived.add(place);
                    } else if (archived.contains(place) && h.representation().isActive()) {
                        opened.add(place);
                    }
                }
            } else if (event instanceof EcologyEvent.Attempted attempted && attempted.step() >= 0) {
                looked.add(places.getOrDefault(attempted.hypothesis(), -1));
            }
        });
        return new PosteriorBound(adequacy(world, before, opened), outcome.success());
    }

    /**
     * Returns {@code A*_posterior(B)}.
     *
     * @param looked places of the routes that were worked on
     * @param opened places of the routes that the archive has given back once, and so will again
     */
    static double adequacy(World world, Set<Integer> looked, Set<Integer> opened) {
        QualityPosterior posterior = QualityPosterior.of(world, looked);
        return new Plans(world, posterior, opened)
                .best(0, 0, new Representation[world.routes().size()]);
    }

    private static void check(World world, Protocol protocol) {
        Constants constants = world.constants();
        List<Route> routes = world.routes();
        boolean computable = protocol.windows() == 1
                && constants.earlyTells() == 0
                && constants.tolerance() == 0
                && constants.hazard() == 0
                && constants.model().observationNoise() == 0
                && constants.model().history() == 0
                && world.families() == routes.size()
                && routes.stream().allMatch(PosteriorBound::isPlain)
                && routes.stream().map(Route::summaryState).distinct().count() == routes.size();
        if (!computable) {
            throw new IllegalArgumentException(
                    "the posterior needs one window, early-tells 0, tolerance 0, hazard 0, observation-noise 0,"
                            + " history 0, unopened 0, as many families as routes, fitness 1 and no aliases");
        }
    }

    private static boolean isPlain(Route route) {
        return route.opened()
                && route.fit()
                && route.hazard().onCompression() == 0
                && route.hazard().perRewrite() == 0;
    }

    /** Looks at every way to hold the routes, each in the cheapest active form, in the archive, or not at all. */
    private record Plans(World world, QualityPosterior posterior, Set<Integer> opened) {
        double best(int at, int tokens, Representation[] held) {
            int budget = world.constants().budget();
            if (tokens > budget) {
                return 0;
            }
            if (at == held.length) {
                return posterior.adequacy(survivals(held, budget - tokens));
            }
            HoldingCost cost = world.routes().get(at).cost();
            held[at] = Representation.COMPRESSED;
            double best = best(at + 1, tokens + Math.min(cost.compressed(), cost.full()), held);
            held[at] = Representation.SHADOW;
            best = Math.max(best, best(at + 1, tokens + cost.handle(), held));
            held[at] = Representation.EXTINCT;
            return Math.max(best, best(at + 1, tokens, held));
        }

        private double[] survivals(Representation[] held, int room) {
            double[] survivals = new double[held.length];
            for (Route route : world.routes()) {
                int place = route.index();
                boolean fits =
                        held[place] == Representation.SHADOW && route.cost().recovery() <= room;
                double given = opened.contains(place) ? 1 : route.recoverability();
                survivals[place] = held[place] == Representation.COMPRESSED ? 1 : fits ? given : 0;
            }
            return survivals;
        }
    }
}
