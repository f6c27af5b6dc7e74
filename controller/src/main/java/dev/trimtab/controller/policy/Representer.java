package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.law.Aliasing;
import dev.trimtab.controller.plan.ExactPlanner;
import dev.trimtab.controller.plan.ExactSearch;
import dev.trimtab.controller.plan.GreedyPlanner;
import dev.trimtab.controller.plan.PlanItem;
import dev.trimtab.controller.plan.PlanOption;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.plan.PlanSolution;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Solves the representation plan of a situation (theory §3, step 3). */
final class Representer {
    private final Situation situation;
    private final Swaps swaps;
    private final ExactPlanner planner;
    private final Set<String> aliased;
    private final Set<String> unread;
    private final double most;
    private final Map<String, Representation> current = new HashMap<>();
    private final Map<Family, Double> families = new HashMap<>();
    /** What can be chosen among, with what is stale as it is, and as after a reset; shared by all plans of a decision. */
    private @Nullable ExactSearch stale;

    private @Nullable ExactSearch anew;

    Representer(Situation situation, Swaps swaps) {
        this.situation = situation;
        this.swaps = swaps;
        Planning planning = situation.parameters.planning().forItems(situation.items.size());
        planner = new ExactPlanner(planning.frontSize(), planning.reserveLevels());
        aliased = aliased(situation.items);
        unread = unread();
        most = most(situation);
        for (Hypothesis h : situation.items) {
            families.computeIfAbsent(h.family(), situation::probability);
            current.put(h.id(), h.representation());
        }
    }

    /** Returns the hypotheses whose records would be mistaken for another's across families or actions (law L7). */
    private static Set<String> aliased(List<Hypothesis> items) {
        List<Aliasing.Entry> entries = new ArrayList<>();
        for (Hypothesis h : items) {
            if (h.signature() != null && h.recorded() != null && h.representation() != Representation.EXTINCT) {
                entries.add(new Aliasing.Entry(h.id(), h.signature(), h.recorded()));
            }
        }
        return Aliasing.rejected(entries);
    }

    /**
     * Returns what the last step showed and no decision has read yet: where records can be taken back later it may be compressed, but not leave,
     * as long as that takes no more than half of the budget.
     */
    private Set<String> unread() {
        Set<String> unread = new HashSet<>();
        int tokens = 0;
        for (Hypothesis h : situation.items) {
            boolean fresh = h.staleness() == 0 && h.representation() == Representation.FULL;
            if (fresh && situation.state.allows(Action.EXPAND) && !swaps.leaves(h.id())) {
                unread.add(h.id());
                tokens += mayCompress(h) ? h.cost().compressed() : h.cost().full();
            }
        }
        return tokens <= situation.budget / 2 ? unread : Set.of();
    }

    /**
     * Returns the best way to hold everything.
     *
     * @param budget tokens for representations and reserve
     * @param limitLegacy whether contamination must stay below its limit
     * @param fresh whether nothing that is kept counts as stale, as after a reset
     */
    Held plan(int budget, boolean limitLegacy, boolean fresh) {
        PlanProblem problem = search(fresh).problem().within(budget, limitLegacy);
        return plan(problem, solve(search(fresh), problem), fresh);
    }

    /** Returns the best way to hold everything with one hypothesis in the context. */
    Held planWith(int active, boolean limitLegacy, boolean fresh) {
        PlanProblem free = search(fresh).problem();
        String id = situation.items.get(active).id();
        List<PlanItem> items = new ArrayList<>(free.items());
        items.replaceAll(item -> item.id().equals(id) ? inContext(item) : item);
        PlanProblem bound = new PlanProblem(items, families, free.budget(), limitLegacy, free.reopenAll());
        return plan(bound, solve(planner.search(bound), bound), fresh);
    }

    /**
     * Returns the best way to hold everything that so many decisions lead to: each hypothesis that is held otherwise than now takes one, but one that comes
     * in for another is part of that decision. Changes take the place of contamination as the planner's second limit.
     *
     * @param decisions at least 1
     */
    Held reachable(int decisions) {
        PlanProblem free = search(/* fresh= */ false).problem();
        double share = (double) decisions / Math.max(1, free.items().size());
        List<PlanItem> items = new ArrayList<>();
        for (PlanItem item : free.items()) {
            items.add(counting(item, share));
        }
        PlanProblem bound = new PlanProblem(items, families, free.budget(), /* limitLegacy= */ true, free.reopenAll());
        PlanSolution solution = solve(planner.search(bound), bound);
        return plan(bound.within(bound.budget(), /* limit= */ false), solution, /* fresh= */ false);
    }

    /** Returns the item with what each option takes of the decisions, less an even share of them, so that a choice within reach adds up to at most 0. */
    private PlanItem counting(PlanItem item, double share) {
        Representation now = current.getOrDefault(item.id(), Representation.FULL);
        List<PlanOption> options = new ArrayList<>();
        for (PlanOption o : item.options()) {
            boolean free = o.representation() == now
                    || (swaps.comes(item.id()) && o.representation().isActive());
            options.add(
                    new PlanOption(o.representation(), o.tokens(), o.survival(), (free ? 0 : 1) - share, o.recovery()));
        }
        return new PlanItem(item.id(), item.family(), options);
    }

    private static PlanItem inContext(PlanItem item) {
        List<PlanOption> options = item.options().stream()
                .filter(o -> o.representation().isActive())
                .toList();
        return options.isEmpty() ? item : new PlanItem(item.id(), item.family(), options);
    }

    private ExactSearch search(boolean fresh) {
        ExactSearch known = fresh ? anew : stale;
        if (known != null) {
            return known;
        }
        ExactSearch search = planner.search(problem(fresh));
        if (fresh) {
            anew = search;
        } else {
            stale = search;
        }
        return search;
    }

    private Held plan(PlanProblem problem, PlanSolution solution, boolean fresh) {
        int budget = problem.budget();
        boolean limitLegacy = problem.limitLegacy();
        Representation[] held = held(solution);
        double some = situation.someAdequate;
        if (!solution.feasible()) {
            boolean within = situation.tokens(held) <= budget;
            Representation[] forced = within ? held : dropped(held, budget);
            return Held.of(situation, forced, 0, /* bound= */ 1, /* price= */ 0, fresh, within && !limitLegacy);
        }
        Restorer restorer = new Restorer(situation, swaps, limitLegacy, fresh);
        Representation[] restored = restorer.restore(held, budget, solution.reserve(), allowedAtMost());
        int reserve = situation.reserveUsed(restored, solution.reserve());
        double bound = some > 0 ? solution.bound() / some : 0;
        double price = some > 0 ? solution.price() / some : 0;
        return Held.of(situation, restored, reserve, bound, price, fresh, true);
    }

    /** Under a correlated belief greedy knows what the families' marginals alone do not; the better of both is taken. */
    private PlanSolution solve(ExactSearch search, PlanProblem problem) {
        PlanSolution exact = search.solve(problem.budget(), problem.limitLegacy());
        if (situation.belief instanceof IndependentBelief) {
            return exact;
        }
        PlanSolution greedy = new GreedyPlanner(planner.reserveLevels()).solve(problem, situation.belief);
        double adequacy = exact.feasible() ? adequacy(exact) : 0;
        boolean better = greedy.feasible() && (!exact.feasible() || greedy.adequacy() > adequacy);
        return better ? greedy : exact.under(adequacy, greedy.bound(), greedy.price());
    }

    private double adequacy(PlanSolution solution) {
        return situation.belief.adequacy(situation.survivals(held(solution), solution.reserve()));
    }

    private Representation[] held(PlanSolution solution) {
        Representation[] held = situation.current();
        int item = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i] != Representation.EXTINCT) {
                held[i] = solution.choice().get(item++).representation();
            }
        }
        return held;
    }

    /** Returns adequacy given V that no way to hold the hypotheses exceeds, whatever the budget. */
    double most() {
        return most;
    }

    private static double most(Situation situation) {
        Representation[] best = situation.current();
        for (int i = 0; i < best.length; i++) {
            for (Representation held : Representation.values()) {
                double carried = situation.carried(i, held, Integer.MAX_VALUE);
                best[i] = carried > situation.carried(i, best[i], Integer.MAX_VALUE) ? held : best[i];
            }
        }
        return situation.belief.conditionalAdequacy(situation.survivals(best, Integer.MAX_VALUE));
    }

    /**
     * Returns adequacy given V that no plan within a budget exceeds once a route of its own is opened as well, by the plans made so far; 1 if the
     * belief is correlated.
     *
     * @param budget tokens for representations and reserve, without the route
     * @param promise of the route, at most its family's chance of being adequate
     */
    double ceiling(int budget, double promise) {
        if (!(situation.belief instanceof IndependentBelief)) {
            return 1;
        }
        double held = search(/* fresh= */ false).ceiling(budget);
        return (1 - (1 - held) * (1 - promise)) / situation.someAdequate;
    }

    /**
     * Returns a lower bound on the tokens that any plan for the target takes, infinite if none reaches it (law L4); empty if
     * the belief is correlated, for which there is none better than 0.
     */
    OptionalDouble tokensNeeded(double targetNats) {
        if (most < situation.target()) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        return situation.belief instanceof IndependentBelief
                ? OptionalDouble.of(search(/* fresh= */ false).tokensNeeded(targetNats))
                : OptionalDouble.empty();
    }

    private boolean[] allowedAtMost() {
        boolean[] compressible = new boolean[situation.items.size()];
        for (int i = 0; i < compressible.length; i++) {
            compressible[i] = mayCompress(situation.items.get(i));
        }
        return compressible;
    }

    /** Returns whether an active hypothesis may be held so instead. */
    boolean mayHold(Hypothesis h, Representation target) {
        return switch (target) {
            case FULL -> true;
            case COMPRESSED -> mayCompress(h);
            case SHADOW, EXTINCT -> situation.state.allows(Action.RETIRE) && !unread.contains(h.id());
        };
    }

    /** Whether the hypothesis may be held as a record, its alias hazard and the available actions permitting. */
    boolean mayCompress(Hypothesis h) {
        return h.representation() == Representation.COMPRESSED
                || (situation.state.allows(Action.COMPRESS)
                        && !aliased.contains(h.id())
                        && h.cost().compressed() < h.cost().full());
    }

    private PlanProblem problem(boolean fresh) {
        List<PlanItem> items = new ArrayList<>();
        for (int i = 0; i < situation.items.size(); i++) {
            Hypothesis h = situation.items.get(i);
            if (h.representation() != Representation.EXTINCT) {
                items.add(new PlanItem(h.id(), h.family(), options(i, fresh)));
            }
        }
        return new PlanProblem(
                items,
                families,
                situation.budget,
                /* limitLegacy= */ false,
                situation.parameters.goals().reopenAll());
    }

    private List<PlanOption> options(int i, boolean fresh) {
        Hypothesis h = situation.items.get(i);
        List<PlanOption> options = new ArrayList<>(5);
        boolean retires = mayHold(h, Representation.SHADOW);
        boolean leaves = swaps.leaves(h.id());
        boolean active = h.representation().isActive();
        if ((h.representation() == Representation.FULL && !leaves) || swaps.comes(h.id())) {
            options.add(option(i, Representation.FULL, fresh));
        }
        if (active && !leaves && mayCompress(h)) {
            options.add(option(i, Representation.COMPRESSED, fresh));
        }
        if (h.representation() == Representation.SHADOW || retires || leaves) {
            PlanOption counted = option(i, Representation.SHADOW, fresh);
            if (counted.survival() > 0) {
                options.add(counted);
            }
            options.add(new PlanOption(Representation.SHADOW, h.cost().handle(), 0, 0, 0));
        }
        if (retires || leaves) {
            options.add(new PlanOption(Representation.EXTINCT, 0, 0, 0, 0));
        }
        return options;
    }

    private PlanOption option(int i, Representation target, boolean fresh) {
        Hypothesis h = situation.items.get(i);
        int recovery = target == Representation.SHADOW ? h.cost().recovery() : 0;
        int tokens = h.cost().tokens(target);
        return new PlanOption(
                target, tokens, situation.carried(i, target, recovery), situation.excess(i, target, fresh), recovery);
    }

    /** Nothing available makes it fit: the least promising leave for good until it does, the budget being the harder rule. */
    private Representation[] dropped(Representation[] held, int budget) {
        Representation[] next = held.clone();
        while (situation.tokens(next) > budget) {
            int worst = -1;
            for (int i = 0; i < next.length; i++) {
                boolean occupies = situation.items.get(i).cost().tokens(next[i]) > 0;
                if (occupies && (worst < 0 || situation.promise(i) < situation.promise(worst))) {
                    worst = i;
                }
            }
            next[worst] = Representation.EXTINCT;
        }
        return next;
    }
}
