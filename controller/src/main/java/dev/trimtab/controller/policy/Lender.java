package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lends the tokens that a plan does not occupy to hypotheses that could be held more fully.
 *
 * <p>A reserve is needed when the strong verification has spoken, and the room of an opened route once it is there; whoever decides then can take
 * back what was lent. Until then it costs nothing, since the plan counts on no more than before, as long as contamination stays below its limit.
 * Every hypothesis gets its record before any is held in full; those go first whose tokens are the least legacy, of equals the most promising, then
 * the newest.
 */
final class Lender {
    private final Situation situation;
    private final Swaps swaps;
    private final Representer representer;

    Lender(Situation situation, Swaps swaps, Representer representer) {
        this.situation = situation;
        this.swaps = swaps;
        this.representer = representer;
    }

    /**
     * Returns how to hold the hypotheses for now, each at least as fully as the plan counts on.
     *
     * @param counted how the plan counts on them
     * @param fresh whether nothing that is kept counts as stale, as after a reset
     */
    Representation[] lend(Representation[] counted, boolean fresh) {
        Representation[] held = counted.clone();
        if (!situation.state.allows(Action.EXPAND)) {
            return held;
        }
        List<Integer> order = IntStream.range(0, held.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> situation.legacyDegree(situation.items.get(i), fresh))
                        .thenComparingDouble(i -> -situation.promise(i))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        for (Representation target : List.of(Representation.COMPRESSED, Representation.FULL)) {
            for (int i : order) {
                raise(held, i, target, fresh);
                raise(held, i, Representation.SHADOW, fresh);
            }
        }
        return held;
    }

    private void raise(Representation[] held, int i, Representation target, boolean fresh) {
        Representation before = held[i];
        if (target.compareTo(before) >= 0 || !may(i, target)) {
            return;
        }
        double legacy = excess(held, fresh);
        held[i] = target;
        boolean clean = !situation.limitsLegacy() || excess(held, fresh) <= Math.max(0, legacy);
        if (!clean || situation.tokens(held) > situation.budget) {
            held[i] = before;
        }
    }

    private boolean may(int i, Representation target) {
        Hypothesis h = situation.items.get(i);
        boolean gone = h.representation() == Representation.EXTINCT || (swaps.leaves(h.id()) && target.isActive());
        return !gone && (target != Representation.COMPRESSED || representer.mayCompress(h));
    }

    /** Returns the tokens of legacy above what the limit bears. */
    private double excess(Representation[] held, boolean fresh) {
        double excess = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i].isActive()) {
                Hypothesis h = situation.items.get(i);
                excess += h.cost().tokens(held[i]) * (situation.legacyDegree(h, fresh) - situation.legacyLimit);
            }
        }
        return excess;
    }
}
