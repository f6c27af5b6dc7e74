package dev.trimtab.benchmark.decide;

import dev.trimtab.benchmark.decide.DecideRequest.Look;
import dev.trimtab.benchmark.decide.DecideRequest.Route;
import dev.trimtab.controller.belief.FaceValue;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.ControlSignature;
import dev.trimtab.controller.portfolio.ControlSignature.Outcome;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.HoldingCost;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.HypothesisBuilder;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes hypotheses of what a line says of them, of what the session knows of them, and of the defaults, in this order. */
final class RouteReader {
    private final PolicyParameters parameters;
    private final Portfolio before;
    private final int decisionsLeft;
    private final Set<String> seen;
    private final Map<String, Double> latest = new HashMap<>();

    /**
     * @param before the session's hypotheses
     * @param evidence all that was seen, that of this line included
     * @param seen the hypotheses of which this line saw something new
     */
    RouteReader(
            PolicyParameters parameters,
            Portfolio before,
            int decisionsLeft,
            List<Evidence> evidence,
            Set<String> seen) {
        this.parameters = parameters;
        this.before = before;
        this.decisionsLeft = decisionsLeft;
        this.seen = seen;
        evidence.forEach(look -> look.value().ifPresent(value -> latest.put(look.hypothesis(), value)));
    }

    /** Returns what a line saw of a hypothesis. */
    static List<Evidence> evidence(Route route, int step) {
        List<Evidence> seen = new ArrayList<>();
        if (route.evidence() != null) {
            for (Look look : route.evidence()) {
                seen.add(new Evidence(
                        route.id(),
                        /* from= */ null,
                        step,
                        look.value() == null ? OptionalDouble.empty() : OptionalDouble.of(look.value()),
                        look.noise() == null ? 0 : look.noise(),
                        look.effort() == null ? 1 : look.effort()));
            }
        }
        return seen;
    }

    /** Returns the hypotheses, in the order of the line. */
    Portfolio portfolio(List<Route> routes) throws MalformedLineException {
        latest.keySet().retainAll(routes.stream().map(Route::id).toList());
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            try {
                hypotheses.add(hypothesis(route, before.find(route.id()).orElse(null)));
            } catch (IllegalArgumentException e) {
                throw new MalformedLineException("hypotheses[" + i + "] '" + route.id() + "': " + e.getMessage(), e);
            }
        }
        return new Portfolio(hypotheses);
    }

    private Hypothesis hypothesis(Route route, @Nullable Hypothesis known) {
        HypothesisBuilder builder = builder(route, known).cost(cost(route, known));
        builder.promise(promise(route, known));
        if (route.staleness() != null || seen.contains(route.id())) {
            builder.staleness(route.staleness() == null ? 0 : route.staleness());
        }
        if (route.lag() != null || known == null) {
            builder.verificationLag(route.lag() == null ? decisionsLeft : route.lag());
        }
        if (route.recoverability() != null || known == null) {
            boolean archived = route.representation() == Representation.SHADOW;
            builder.recoverability(route.recoverability() == null ? (archived ? 1 : 0) : route.recoverability());
        }
        if (route.overlap() != null) {
            builder.overlap(route.overlap());
        }
        if (route.inertia() != null) {
            builder.inertia(route.inertia());
        }
        if (route.drift() != null) {
            builder.drift(route.drift());
        }
        if (route.representation() != null) {
            builder.representation(route.representation());
        }
        AliasHazard hazard = known == null ? AliasHazard.NONE : known.aliasHazard();
        builder.aliasHazard(new AliasHazard(
                route.aliasRisk() == null ? hazard.onCompression() : route.aliasRisk(),
                route.rewriteRisk() == null ? hazard.perRewrite() : route.rewriteRisk()));
        return read(builder.build(), route);
    }

    /** Returns the hypothesis with what its record reads back as; without that, nothing is known of aliases (law L7). */
    private static Hypothesis read(Hypothesis h, Route route) {
        ControlSignature recorded = route.recordReads() == null
                ? h.recorded()
                : signature(route.recordReads().family(), route.recordReads().nextAction());
        if (recorded == null) {
            return h;
        }
        ControlSignature known = h.signature();
        String next = route.nextAction() == null && known != null ? known.nextAction() : route.nextAction();
        return h.toBuilder()
                .signature(signature(h.family().name(), next))
                .recorded(recorded)
                .build();
    }

    private static ControlSignature signature(String family, @Nullable String nextAction) {
        return new ControlSignature(
                new Family(family),
                Outcome.UNTRIED,
                OptionalDouble.empty(),
                "",
                "",
                nextAction == null ? "" : nextAction);
    }

    private static HypothesisBuilder builder(Route route, @Nullable Hypothesis known) {
        if (route.family() != null) {
            Family family = new Family(route.family());
            return known == null ? Hypothesis.builder(route.id(), family) : known.toBuilder(family);
        }
        if (known == null) {
            throw new IllegalArgumentException("family is missing, and the session does not know it");
        }
        return known.toBuilder();
    }

    private static HoldingCost cost(Route route, @Nullable Hypothesis known) {
        HoldingCost old = known == null ? null : known.cost();
        if (route.cost() == null && old == null) {
            throw new IllegalArgumentException("cost is missing, and the session does not know it");
        }
        int full = route.cost() != null ? route.cost() : old == null ? 0 : old.full();
        return new HoldingCost(
                full,
                route.compressedCost() != null
                        ? route.compressedCost()
                        : old == null ? full : Math.min(full, old.compressed()),
                route.handleCost() != null ? route.handleCost() : old == null ? 0 : old.handle(),
                route.recoveryCost() != null ? route.recoveryCost() : old == null ? full : old.recovery());
    }

    /** What was not said is taken at face value where something was seen, else it is the prior. */
    private double promise(Route route, @Nullable Hypothesis known) {
        if (route.promise() != null) {
            return route.promise();
        }
        Double value = latest.get(route.id());
        if (value == null) {
            return known == null ? parameters.ageing().promisePrior() : known.promise();
        }
        double worst = latest.values().stream().min(Double::compare).orElse(value);
        double best = latest.values().stream().max(Double::compare).orElse(value);
        return FaceValue.of(value, worst, best);
    }
}
