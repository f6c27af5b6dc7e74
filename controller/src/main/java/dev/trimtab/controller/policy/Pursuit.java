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
     * @param value what working on it next is worth, no less than finishing it at once
     * @param best promise of the most promising route that can be worked on
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
    double value(int i) {
        double worked =
                situation.promises.effort().getOrDefault(situation.items.get(i).id(), 0.0);
        return value(new Route(promises[i], worked));
    }

    /**
     * Returns the best of the routes at such places of the portfolio; null if there is none. Where a more promising one cannot be worked on now, finishing
     * one that can is still worth something.
     */
    @Nullable Target best(IntPredicate workable) {
        int decisions = Math.max(1, situation.state.decisionsLeft());
        int best = -1;
        double most = 0;
        double promising = 0;
        for (int i = 0; i < promises.length; i++) {
            if (workable.test(i)) {
                double value = Math.max(value(i), law.stay(promises[i], decisions));
                boolean better = best < 0 || value > most || (value == most && promises[i] > situation.promise(best));
                best = better ? i : best;
                most = better ? value : most;
                promising = Math.max(promising, promises[i]);
            }
        }
        return best < 0 ? null : new Target(situation.items.get(best), most, promising, law.stay(promising, decisions));
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
