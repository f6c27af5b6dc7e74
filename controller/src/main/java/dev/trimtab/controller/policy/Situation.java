package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.belief.Lineages;
import dev.trimtab.controller.belief.Promises;
import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Survival;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A state as the laws read it: aged, with promises, a belief, and how decisions read the context. */
final class Situation {
    final PortfolioState state;
    final int budget;
    final PolicyParameters parameters;
    final List<Hypothesis> items;
    final Promises promises;
    final AdequacyBelief belief;
    final double someAdequate;
    final Contamination reading;
    /** {@code chi_max}; infinite where contamination has no threshold or is not limited. */
    final double legacyLimit;

    final ScoreGaps gaps;

    /** The places of the portfolio, most promising first; of equals the earlier. */
    final List<Integer> byPromise;

    /** {@code p_i} by the portfolio's order. */
    private final double[] promise;
    /** {@code u_i sigma_i} by the portfolio's order, shadows as if every one could be reopened. */
    private final List<Carried> carried;

    /** What work success asks for, and the decisions there are for it. */
    final WorkAhead ahead;

    /** Whether each route could have the work that success asks for in time if no other got any, by the portfolio's order. */
    private final boolean[] inTime;

    private final PromiseSource source;
    private final Provenance promiseProvenance;

    /** {@code lambda_i} by the portfolio's order, nothing having been made fresh. */
    private final double[] legacyDegree;

    private final List<Family> families;
    /** Where each hypothesis's family stands in {@link #families}. */
    private final int[] familyAt;

    Situation(PortfolioState state, int budget, PolicyParameters parameters) {
        this.state = state;
        this.budget = budget;
        this.parameters = parameters;
        boolean shared = parameters.switches().families();
        Portfolio portfolio = shared ? state.portfolio() : apart(state);
        items = portfolio.hypotheses();
        source = parameters.switches().learnedPromise() ? state.promises() : new PromiseSource.Stated();
        promises = source.read(portfolio, parameters);
        promiseProvenance =
                promises.count() > 0 ? Provenance.estimated(promises.count()) : state.provenanceOf(Inputs.PROMISE);
        families = List.copyOf(portfolio.families());
        belief = state.belief() != null && shared ? state.belief() : independent();
        Map<Family, Integer> places = new HashMap<>();
        familyAt = new int[items.size()];
        promise = new double[items.size()];
        legacyDegree = new double[items.size()];
        for (int i = 0; i < items.size(); i++) {
            Hypothesis h = items.get(i);
            familyAt[i] = places.computeIfAbsent(h.family(), family -> places.size());
            promise[i] = promises.of(h);
            legacyDegree[i] = legacyDegree(h, h.staleness());
        }
        byPromise = mostPromisingFirst(promise);
        carried = carried();
        ahead = new WorkAhead(state.decisionsLeft(), state.demand());
        inTime = ahead.inTimeAlone(items, current());
        someAdequate = belief.someAdequate();
        gaps = state.gaps() != null ? state.gaps() : ExpectedGaps.of(items, promises, belief, parameters.legacy());
        reading = new Contamination(
                gaps.live().value(), gaps.legacy().value(), gaps.noise().value());
        double share = 1 - parameters.legacy().margin();
        boolean limited =
                parameters.switches().contamination() && !state.demand().asksNone();
        legacyLimit = limited && reading.threshold().isPresent()
                ? reading.threshold().getAsDouble() * share
                : Double.POSITIVE_INFINITY;
    }

    /** Returns the portfolio in which each route is a family of its own. */
    private static Portfolio apart(PortfolioState state) {
        List<Evidence> evidence =
                state.promises() instanceof PromiseSource.Learned learned ? learned.evidence() : List.of();
        Lineages lineages = Lineages.of(state.portfolio(), evidence);
        return state.portfolio()
                .map(h -> h.toBuilder(new Family(h.family().name() + "/" + lineages.root(h.id())))
                        .build());
    }

    private AdequacyBelief independent() {
        Map<Family, Double> q = new LinkedHashMap<>();
        families.forEach(family -> q.put(family, promises.of(family)));
        for (BranchOption option : state.branches()) {
            q.putIfAbsent(familyOf(option), promise(option));
        }
        return new IndependentBelief(q);
    }

    static Family familyOf(BranchOption option) {
        return option.family() != null ? option.family() : new Family("unopened " + option.id());
    }

    boolean limitsLegacy() {
        return legacyLimit < 1;
    }

    double target() {
        return 1 - parameters.goals().failure();
    }

    double probability(Family family) {
        return belief.probability(family);
    }

    private record Carried(double full, double compressed, double shadow) {
        double as(Representation held) {
            return switch (held) {
                case FULL -> full;
                case COMPRESSED -> compressed;
                case SHADOW -> shadow;
                case EXTINCT -> 0;
            };
        }
    }

    private List<Carried> carried() {
        Survival survival = losses().survival();
        double[] q = families.stream().mapToDouble(belief::probability).toArray();
        double counted = parameters.switches().reserve() ? 1 : 0;
        List<Carried> table = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Hypothesis h = items.get(i);
            double own = q[familyAt[i]];
            double fitness = own <= 0 ? 0 : Math.min(1, promise[i] / own);
            table.add(new Carried(
                    fitness * survival.of(h, Representation.FULL, 0),
                    fitness * survival.of(h, Representation.COMPRESSED, 0),
                    fitness * counted * survival.of(h, Representation.SHADOW, Integer.MAX_VALUE)));
        }
        return table;
    }

    /** Returns what is known, or else assumed, of how hypotheses get lost. */
    LossHazards losses() {
        LossHazards known = state.losses();
        return known != null ? known : LossHazards.assumed(parameters.ageing().lossHazard());
    }

    private static List<Integer> mostPromisingFirst(double[] promise) {
        Integer[] places = new Integer[promise.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, Comparator.comparingDouble(i -> -promise[i]));
        return List.of(places);
    }

    /** Returns {@code p_i} of the hypothesis at that place of the portfolio. */
    double promise(int i) {
        return promise[i];
    }

    /** Returns the promise of a route that is not open. */
    double promise(BranchOption option) {
        return source.ofUnopened(option.promise(), parameters);
    }

    /** Returns {@code u_i sigma_i} of the hypothesis at that place if it is held so, {@code u_i} against the belief's {@code q_f}. */
    double carried(int i, Representation target, int reserve) {
        return carried(i, target, reserve, inTime);
    }

    private double carried(int i, Representation target, int reserve, boolean[] counted) {
        boolean lost = target == Representation.SHADOW && items.get(i).cost().recovery() > reserve;
        return lost || !counted[i] ? 0 : carried.get(i).as(target);
    }

    /** Returns {@code lambda_i} of the hypothesis at that place, as it is or as after a reset that makes it fresh. */
    double legacyDegree(int i, boolean fresh) {
        return fresh ? legacyDegree(items.get(i), 0) : legacyDegree[i];
    }

    private double legacyDegree(Hypothesis h, int staleness) {
        return Contamination.legacyDegree(
                staleness, h.overlap(), parameters.ageing().stalenessHalfLife());
    }

    /** Returns the tokens of legacy above what the limit bears, of either sign, that the hypothesis at that place brings if it is held so. */
    double excess(int i, Representation held, boolean fresh) {
        int tokens = items.get(i).cost().tokens(held);
        return held.isActive() ? tokens * (legacyDegree(i, fresh) - Math.min(1, legacyLimit)) : 0;
    }

    int tokens(Representation[] held) {
        int tokens = 0;
        for (int i = 0; i < held.length; i++) {
            tokens += items.get(i).cost().tokens(held[i]);
        }
        return tokens;
    }

    /** Returns the tokens to keep free so that every shadow that the reserve can reopen is counted on. */
    int reserveUsed(Representation[] held, int reserve) {
        int used = 0;
        for (int i = 0; i < held.length; i++) {
            int recovery = items.get(i).cost().recovery();
            if (held[i] == Representation.SHADOW && recovery <= reserve && carried(i, held[i], reserve) > 0) {
                used = parameters.goals().reopenAll() ? used + recovery : Math.max(used, recovery);
            }
        }
        return used;
    }

    Map<Family, Double> survivals(Representation[] held, int reserve) {
        return survivals(held, reserve, inTime);
    }

    /** Returns the survivals of the routes that so many decisions of work are enough for together, those that promise the most first. */
    Map<Family, Double> survivals(Representation[] held, int reserve, WorkAhead work) {
        return survivals(held, reserve, work.asked() ? work.inTime(items, held, promise) : inTime);
    }

    private Map<Family, Double> survivals(Representation[] held, int reserve, boolean[] counted) {
        double[] lost = new double[families.size()];
        Arrays.fill(lost, 1);
        for (int i = 0; i < held.length; i++) {
            lost[familyAt[i]] *= 1 - carried(i, held[i], reserve, counted);
        }
        Map<Family, Double> survivals = new HashMap<>();
        for (int f = 0; f < lost.length; f++) {
            survivals.put(families.get(f), 1 - lost[f]);
        }
        return survivals;
    }

    double contamination(Representation[] held, boolean fresh) {
        double legacy = 0;
        double occupied = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i].isActive()) {
                int tokens = items.get(i).cost().tokens(held[i]);
                occupied += tokens;
                legacy += tokens * legacyDegree(i, fresh);
            }
        }
        return occupied == 0 ? 0 : legacy / occupied;
    }

    Representation[] current() {
        Representation[] current = new Representation[items.size()];
        for (int i = 0; i < current.length; i++) {
            current[i] = items.get(i).representation();
        }
        return current;
    }

    Provenance promiseProvenance() {
        return promiseProvenance;
    }

    Quantity input(String symbol, double value) {
        return new Quantity(value, state.provenanceOf(symbol));
    }
}
