package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;

/**
 * Takes back what a plan changes without need: a hypothesis stays nearer to how it is held now wherever budget, legacy
 * limit and adequacy let it, the most promising first. A planner sees no difference between a record and the whole where
 * both survive alike; the next step does.
 */
final class Restorer {
    private static final double ROUNDING = 1e-12;

    private final Situation situation;
    private final Swaps swaps;
    private final boolean limitLegacy;
    private final boolean fresh;

    Restorer(Situation situation, Swaps swaps, boolean limitLegacy, boolean fresh) {
        this.situation = situation;
        this.swaps = swaps;
        this.limitLegacy = limitLegacy;
        this.fresh = fresh;
    }

    Representation[] restore(Representation[] planned, int budget, int reserve, boolean[] compressible) {
        Representation[] held = planned.clone();
        int left = budget - reserve - situation.tokens(held);
        double legacy = 0;
        for (int i = 0; i < held.length; i++) {
            legacy += situation.excess(i, held[i], fresh);
        }
        for (int i : situation.byPromise) {
            if (situation.promise(i) == 0 && situation.state.allows(Action.EXPAND)) {
                continue;
            }
            for (Representation better : Representation.values()) {
                if (better.compareTo(held[i]) >= 0) {
                    break;
                }
                int more = tokens(i, better) - tokens(i, held[i]);
                double added = situation.excess(i, better, fresh) - situation.excess(i, held[i], fresh);
                boolean clean = !limitLegacy || added <= 0 || legacy + added <= 0;
                if (offered(i, better, compressible) && more <= left && clean && keepsUp(i, held[i], better, reserve)) {
                    held[i] = better;
                    left -= more;
                    legacy += added;
                    break;
                }
            }
        }
        return held;
    }

    private boolean offered(int i, Representation target, boolean[] compressible) {
        Hypothesis h = situation.items.get(i);
        if (target.compareTo(h.representation()) < 0 || (swaps.leaves(h.id()) && target.isActive())) {
            return false;
        }
        if (target == Representation.SHADOW && situation.parameters.goals().reopenAll()) {
            return false;
        }
        return target != Representation.COMPRESSED || compressible[i];
    }

    /** A shadow may outlive an active item; then the plan's choice stands. */
    private boolean keepsUp(int i, Representation from, Representation to, int reserve) {
        return situation.carried(i, to, reserve) >= situation.carried(i, from, reserve) - ROUNDING;
    }

    private int tokens(int i, Representation held) {
        return situation.items.get(i).cost().tokens(held);
    }
}
