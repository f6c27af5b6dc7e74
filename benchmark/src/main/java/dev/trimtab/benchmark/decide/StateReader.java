package dev.trimtab.benchmark.decide;

import dev.trimtab.benchmark.decide.DecideRequest.Measured;
import dev.trimtab.benchmark.decide.DecideRequest.Route;
import dev.trimtab.controller.belief.ScenarioBelief;
import dev.trimtab.controller.estimate.GainScale;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.Inputs;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.policy.ScoreGaps;
import dev.trimtab.controller.policy.StabilityController;
import dev.trimtab.controller.policy.WindowEntry;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the controller's state of a request and of what its session holds. */
final class StateReader {
    /** A caller must say that its archive is open at every decision before anything is lent to it. */
    private static final Set<Action> DEFAULT_ACTIONS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Action.EXPAND)));

    private static final Map<Measured, String> SYMBOLS = Map.ofEntries(
            Map.entry(Measured.PROMISE, Inputs.PROMISE),
            Map.entry(Measured.COST, Inputs.TOKENS),
            Map.entry(Measured.LAG, Inputs.LAG),
            Map.entry(Measured.RECOVERABILITY, Inputs.RECOVERABILITY),
            Map.entry(Measured.STALENESS, Inputs.STALENESS),
            Map.entry(Measured.OVERLAP, Inputs.OVERLAP),
            Map.entry(Measured.INERTIA, Inputs.INERTIA),
            Map.entry(Measured.DRIFT, Inputs.DRIFT),
            Map.entry(Measured.ALIAS_RISK, Inputs.ALIAS),
            Map.entry(Measured.DECISIONS_LEFT, Inputs.DECISIONS),
            Map.entry(Measured.RESET, Inputs.RESET_COST),
            Map.entry(Measured.MODE_CHANGE, Inputs.MODE_CHANGE));

    private final PolicyParameters parameters;

    StateReader(PolicyParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Returns the search as the request finds it.
     *
     * @param before the session so far; null if this is its first line
     * @throws MalformedLineException if something that has no default was never said, or is out of range
     */
    Session read(DecideRequest request, @Nullable Session before) throws MalformedLineException {
        try {
            return merged(request, before);
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()), e);
        }
    }

    private Session merged(DecideRequest request, @Nullable Session before) throws MalformedLineException {
        PortfolioState old = before == null ? null : before.state();
        int left = needed("decisionsLeft", request.decisionsLeft(), old == null ? null : old.decisionsLeft());
        int budget = needed("budget", request.budget(), before == null ? null : before.budget());
        int step = request.step() != null ? request.step() : old == null ? 0 : old.step();
        boolean verified = old != null && left > old.decisionsLeft();
        List<Evidence> evidence = new ArrayList<>(before == null ? List.of() : before.evidence());
        List<Route> routes = request.hypotheses() == null ? List.of() : request.hypotheses();
        List<Evidence> impressions = new ArrayList<>(before == null ? List.of() : before.impressions());
        Set<String> seen = new HashSet<>();
        int known = evidence.size();
        for (Route route : routes) {
            List<Evidence> news = Retold.left(RouteReader.evidence(route, step), evidence, worked(route, before));
            evidence.addAll(news);
            news.forEach(look -> seen.add(look.hypothesis()));
            impression(route, before, impressions, step).ifPresent(impressions::add);
        }
        Portfolio portfolio;
        if (request.hypotheses() != null) {
            portfolio = new RouteReader(
                            parameters, old == null ? Portfolio.EMPTY : old.portfolio(), left, evidence, seen)
                    .portfolio(routes);
        } else if (old != null) {
            portfolio = old.portfolio();
        } else {
            throw new MalformedLineException("hypotheses is missing: the first line of a session must list them");
        }
        Double scale =
                request.valueScale() != null ? request.valueScale() : before == null ? null : before.valueScale();
        Double stated =
                request.modeChange() != null ? request.modeChange() : before == null ? null : before.modeChange();
        double gamma = Ranges.unit(
                "modeChange", stated != null ? stated : parameters.ageing().modeChange());
        Map<String, Provenance> said =
                request.measured() != null ? provenance(request.measured()) : old == null ? Map.of() : old.provenance();
        int passed = before == null ? 0 : before.unlisted() + passed(request, before.state(), left);
        boolean listed = request.hypotheses() != null;
        Resets resets = before == null
                ? Resets.AS_PLANNED
                : listed ? before.resets().after(before.state().portfolio(), portfolio) : before.resets();
        Growth growth = before == null
                ? Growth.first(portfolio, budget)
                : listed
                        ? before.growth().after(before.state().portfolio(), portfolio, budget, passed)
                        : before.growth();
        Losses losses = losses(before, listed ? portfolio : null, budget, passed, verified);
        Integer stepAdds = stepAdds(request, before);
        boolean free = growth.none() && (stepAdds == null || stepAdds == 0);
        PortfolioState state = new PortfolioState(
                portfolio,
                promises(evidence, scale, Provenance.MEASURED.equals(said.get(Inputs.PROMISE)), impressions),
                request.scenarios() != null ? belief(request.scenarios()) : old == null ? null : old.belief(),
                step,
                left,
                resets == Resets.NOT_AS_PLANNED ? null : reset(request, old),
                request.branches() != null
                        ? branches(request.branches(), left)
                        : old == null ? List.of() : old.branches(),
                request.actions() != null ? request.actions() : old == null ? DEFAULT_ACTIONS : old.available(),
                StabilityController.Pace.WHOLE_PLAN,
                old == null || verified ? 0 : old.adequacyLost(),
                verified
                        ? new WindowEntry(
                                new Quantity(gamma, said.getOrDefault(Inputs.MODE_CHANGE, Provenance.ASSUMED)))
                        : null,
                WorkCount.of(request, before, evidence, known)
                        .withFree(free)
                        .withRecords(RecordsSeen.after(request, before, portfolio)),
                request.legacy() != null ? gaps(request.legacy()) : old == null ? null : old.gaps(),
                losses.hazards(parameters.ageing().lossHazard()),
                said);
        boolean paceSaid = request.pace() != null || (before != null && before.paceSaid());
        return new Session(
                state,
                budget,
                growth,
                stepAdds,
                RecordsSeen.said(request, before),
                listed ? 0 : passed,
                pace(request, before, portfolio),
                paceSaid,
                /* pursued= */ null,
                resets,
                losses,
                evidence,
                impressions,
                scale,
                stated);
    }

    /**
     * Returns the steps that passed since the line before, at least 1: by the step that the line states, else by its decisions left. The session has
     * counted one of them.
     */
    private static int passed(DecideRequest request, PortfolioState expected, int left) {
        int more = request.step() != null ? request.step() - expected.step() : expected.decisionsLeft() - left;
        return 1 + Math.max(0, more);
    }

    /**
     * What is gone once a strong verification has spoken was let go for what it said.
     *
     * @param found the hypotheses that the line lists; null if it lists none
     */
    private static Losses losses(
            @Nullable Session before, @Nullable Portfolio found, int budget, int passed, boolean verified) {
        if (before == null) {
            return Losses.NONE;
        }
        if (found == null) {
            return verified ? before.losses().unlistedVerification() : before.losses();
        }
        return verified ? before.losses() : before.losses().after(before.state().portfolio(), found, budget, passed);
    }

    /** Returns what was said; where nothing was, a caller that is found to hold more than its last plan left carries out one decision a step. */
    private static DecideRequest.Pace pace(DecideRequest request, @Nullable Session before, Portfolio found) {
        if (request.pace() != null) {
            return request.pace();
        }
        if (before == null) {
            return DecideRequest.Pace.ALL;
        }
        boolean holdsMore = Resets.holdsMore(before.state().portfolio(), found);
        return holdsMore && !before.paceSaid() ? DecideRequest.Pace.ONE : before.pace();
    }

    private static int needed(String name, @Nullable Integer said, @Nullable Integer before)
            throws MalformedLineException {
        Integer value = said != null ? said : before;
        if (value == null) {
            throw new MalformedLineException(name + " is missing");
        }
        if (value < 0) {
            throw new MalformedLineException(name + " must be >= 0 but was " + value);
        }
        return value;
    }

    /** Returns whether the last plan worked on the hypothesis, or the caller says that somebody did. */
    private static boolean worked(Route route, @Nullable Session before) {
        return pursued(route, before) || (route.staleness() != null && route.staleness() == 0);
    }

    /** Returns whether the last plan worked on the hypothesis; a reset makes it as fresh, but tells nothing of it. */
    private static boolean pursued(Route route, @Nullable Session before) {
        return before != null && route.id().equals(before.pursued());
    }

    /**
     * Returns the stated promise, if it is the first of its route or was stated after work on it: where the last plan worked on it, moved or not, unless
     * the caller says that it has not been worked on; elsewhere if it moved and the caller says that somebody did. Ageing is no evidence.
     */
    private static Optional<Evidence> impression(
            Route route, @Nullable Session session, List<Evidence> before, int step) {
        if (route.promise() == null) {
            return Optional.empty();
        }
        Hypothesis known = session == null
                ? null
                : session.state().portfolio().find(route.id()).orElse(null);
        boolean first = before.stream().noneMatch(seen -> seen.hypothesis().equals(route.id()));
        boolean pursued = pursued(route, session);
        boolean moved = known != null && known.promise() != route.promise();
        boolean news = route.staleness() == null ? pursued : route.staleness() == 0 && (pursued || moved);
        return first || news
                ? Optional.of(new Evidence(
                        route.id(), /* from= */ null, step, OptionalDouble.of(route.promise()), 0, /* effort= */ 1))
                : Optional.empty();
    }

    private PromiseSource promises(
            List<Evidence> evidence, @Nullable Double stated, boolean measured, List<Evidence> impressions)
            throws MalformedLineException {
        if (stated != null && !(stated > 0)) {
            throw new MalformedLineException("valueScale must be > 0 but was " + stated);
        }
        if (!evidence.isEmpty()) {
            return new PromiseSource.Learned(scaled(evidence, stated), measured);
        }
        return measured
                ? new PromiseSource.Stated()
                : new PromiseSource.Learned(scaled(impressions, /* stated= */ null), /* assessed= */ false);
    }

    /** Values in the unit that the gain model expects. */
    private List<Evidence> scaled(List<Evidence> evidence, @Nullable Double stated) {
        double scale = stated != null ? stated : GainScale.of(evidence).value();
        double unit = parameters.gains().scale() / scale;
        return evidence.stream().map(seen -> scaled(seen, unit)).toList();
    }

    private static Evidence scaled(Evidence seen, double unit) {
        OptionalDouble value = seen.value().isPresent()
                ? OptionalDouble.of(seen.value().getAsDouble() * unit)
                : OptionalDouble.empty();
        return new Evidence(seen.hypothesis(), seen.from(), seen.step(), value, seen.noise() * unit, seen.effort());
    }

    private static ScenarioBelief belief(List<DecideRequest.Scenario> scenarios) {
        List<ScenarioBelief.Scenario> samples = new ArrayList<>();
        for (DecideRequest.Scenario scenario : scenarios) {
            Set<Family> adequate =
                    Set.copyOf(scenario.adequate().stream().map(Family::new).toList());
            samples.add(new ScenarioBelief.Scenario(adequate, scenario.weight() == null ? 1 : scenario.weight()));
        }
        return new ScenarioBelief(samples);
    }

    private List<BranchOption> branches(List<DecideRequest.Branch> branches, int decisionsLeft) {
        return branches.stream()
                .map(b -> new BranchOption(
                        b.id(),
                        b.family() == null ? null : new Family(b.family()),
                        b.promise() == null
                                ? parameters.gains().familyPrior()
                                        * parameters.gains().fitnessPrior()
                                : b.promise(),
                        b.cost(),
                        b.lag() == null ? decisionsLeft : b.lag()))
                .toList();
    }

    private static @Nullable ResetOption reset(DecideRequest request, @Nullable PortfolioState old) {
        if (request.reset() != null) {
            return new ResetOption(request.reset().steps());
        }
        return old == null ? null : old.reset();
    }

    private static @Nullable Integer stepAdds(DecideRequest request, @Nullable Session before) {
        if (request.stepAdds() == null) {
            return before == null ? null : before.stepAdds();
        }
        Ranges.nonNegative("stepAdds", request.stepAdds());
        return request.stepAdds();
    }

    private static ScoreGaps gaps(DecideRequest.Legacy legacy) {
        return new ScoreGaps(
                Quantity.assumed(legacy.liveGap()),
                Quantity.assumed(legacy.legacyGap()),
                Quantity.assumed(legacy.noise()));
    }

    private static Map<String, Provenance> provenance(Set<Measured> measured) {
        Map<String, Provenance> provenance = new HashMap<>();
        measured.forEach(field -> provenance.put(SYMBOLS.getOrDefault(field, ""), Provenance.MEASURED));
        return provenance;
    }
}
