package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.GainModel;
import dev.trimtab.controller.law.BreadthDepth;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What the next step is worth on each route (law L12), held or not yet opened. */
final class Pursuit {
    private final Situation situation;
    private final BreadthDepth law;
    private final double[] promises;
    /** What each kind of route is worth: many have the same promise and the same work behind them. */
    private final Map<Route, Double> values = new HashMap<>();

    private double first;
    private double second;

    /**
     * The best route to work on.
     *
     * @param hypothesis the route
     * @param value what working on it next is worth
     * @param best promise of the most promising route
     * @param stay what finishing that one at once is worth
     */
    record Target(Hypothesis hypothesis, double value, double best, double stay) {}

    /** What a route's worth depends on. */
    private record Route(double promise, double worked) {}

    Pursuit(Situation situation, Held held) {
        this.situation = situation;
        law = new BreadthDepth(situation.parameters.legacy().realiseChance());
        promises = new double[situation.items.size()];
        for (int i = 0; i < promises.length; i++) {
            boolean reachable = held.representations().get(i) != Representation.EXTINCT;
            promises[i] = reachable ? situation.promise(i) : 0;
            if (promises[i] > first) {
                second = first;
                first = promises[i];
            } else if (promises[i] > second) {
                second = promises[i];
            }
        }
    }

    /** Returns the best of the routes that can be worked on after the plan; null if there is none. */
    @Nullable Target best(Held held) {
        return best(i -> workable(situation.items.get(i), held, i));
    }

    /** Returns what working next on the route at that place of the portfolio is worth. */
    Target target(int i) {
        Hypothesis h = situation.items.get(i);
        double worked = situation.promises.effort().getOrDefault(h.id(), 0.0);
        double stay = law.stay(first, Math.max(1, situation.state.decisionsLeft()));
        return new Target(h, value(new Route(promises[i], worked)), first, stay);
    }

    /** Returns the best of the routes at such places of the portfolio; null if there is none. */
    @Nullable Target best(IntPredicate workable) {
        Target best = null;
        for (int i = 0; i < promises.length; i++) {
            if (workable.test(i)) {
                Target target = target(i);
                boolean better = best == null
                        || target.value() > best.value()
                        || (target.value() == best.value() && promises[i] > situation.promises.of(best.hypothesis()));
                best = better ? target : best;
            }
        }
        return best;
    }

    private boolean workable(Hypothesis h, Held held, int i) {
        Representation as = held.representations().get(i);
        int room = situation.budget - held.occupied();
        return as.isActive()
                || (as == Representation.SHADOW
                        && h.representation() == Representation.SHADOW
                        && situation.state.allows(Action.RECOVER)
                        && Math.max(h.cost().full(), h.cost().recovery())
                                        - h.cost().handle()
                                <= room);
    }

    /** Returns what it is worth to open an unopened route and work on it next. */
    double value(BranchOption option) {
        return value(new Route(situation.promise(option), 0));
    }

    private double value(Route route) {
        return values.computeIfAbsent(route, r -> value(r.promise(), r.worked()));
    }

    private double value(double promise, double worked) {
        double rival = promise == first ? second : first;
        int decisions = situation.state.decisionsLeft();
        double best = promise == first ? law.stay(promise, Math.max(1, decisions)) : 0;
        for (int spent = 1; spent <= Math.max(1, decisions); spent *= 4) {
            best = Math.max(
                    best, law.explore(promise, rival, separation(worked, spent), spent, Math.max(1, decisions)));
        }
        return best;
    }

    /** What more work tells: the mean gain's noise falls with effort, a route's own spread does not. */
    private double separation(double worked, double more) {
        return Math.sqrt(Math.max(0, told(worked + more) - told(worked)));
    }

    private double told(double effort) {
        GainModel gains = situation.parameters.gains();
        double apart = gains.risingGain() - gains.flatGain();
        return effort <= 0
                ? 0
                : apart * apart / (gains.spread() * gains.spread() + gains.noise() * gains.noise() / effort);
    }
}
