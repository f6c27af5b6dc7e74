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
                .sorted(Comparator.comparingDouble((Integer i) -> situation.legacyDegree(i, fresh))
                        .thenComparingDouble(i -> -situation.promise(i))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        int room = situation.budget - situation.tokens(held);
        double excess = 0;
        for (int i = 0; i < held.length; i++) {
            excess += situation.excess(i, held[i], fresh);
        }
        for (Representation target : List.of(Representation.COMPRESSED, Representation.FULL)) {
            for (int i : order) {
                for (Representation next : List.of(target, Representation.SHADOW)) {
                    int more = tokens(i, next) - tokens(i, held[i]);
                    double added = situation.excess(i, next, fresh) - situation.excess(i, held[i], fresh);
                    boolean clean = !situation.limitsLegacy() || added <= 0 || excess + added <= 0;
                    if (next.compareTo(held[i]) < 0 && may(i, next) && more <= room && clean) {
                        held[i] = next;
                        room -= more;
                        excess += added;
                    }
                }
            }
        }
        return held;
    }

    private int tokens(int i, Representation held) {
        return situation.items.get(i).cost().tokens(held);
    }

    private boolean may(int i, Representation target) {
        Hypothesis h = situation.items.get(i);
        boolean gone = h.representation() == Representation.EXTINCT || (swaps.leaves(h.id()) && target.isActive());
        return !gone && (target != Representation.COMPRESSED || representer.mayCompress(h));
    }
}
