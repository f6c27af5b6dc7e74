package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every way to hold a situation's hypotheses that the caller can bring about within the budget without bringing any back from the
 * archive, one by one.
 */
final class EveryWay {
    private static final double ROUNDING = 1e-12;

    private final Situation situation;
    private final Representer representer;
    private final boolean fresh;
    private final double spent;
    private final Resetting worth;
    private final List<List<Representation>> offered;
    private final Representation[] held;
    private @Nullable Held best;
    private int bestChanges;
    private double mostAdequacy;

    /**
     * @param fresh whether nothing that is kept counts as stale, as after a reset
     * @param spent decisions that it takes to get there
     */
    EveryWay(Situation situation, Representer representer, boolean fresh, double spent) {
        this.situation = situation;
        this.representer = representer;
        this.fresh = fresh;
        this.spent = spent;
        worth = new Resetting(situation);
        offered = situation.items.stream().map(this::offered).toList();
        held = situation.current();
    }

    /** Returns the way that is worth most, of several the most adequate, of those the one that changes least; null if none is within the budget. */
    @Nullable Held best() {
        extend(0, 0);
        return best == null
                ? null
                : new Held(
                        best.representations(),
                        best.tokens(),
                        best.reserve(),
                        best.adequacy(),
                        Math.max(best.adequacy(), mostAdequacy),
                        /* price= */ 0,
                        best.chi(),
                        fresh,
                        /* fits= */ true);
    }

    private void extend(int at, int tokens) {
        if (tokens > situation.budget) {
            return;
        }
        if (at == held.length) {
            look(situation.budget - tokens);
            return;
        }
        for (Representation way : offered.get(at)) {
            held[at] = way;
            extend(at + 1, tokens + situation.items.get(at).cost().tokens(way));
        }
    }

    private void look(int left) {
        int reserve = situation.reserveUsed(held, left);
        if (reserve > left) {
            return;
        }
        Held way = Held.of(situation, held.clone(), reserve, 1, 0, fresh, /* fits= */ true);
        mostAdequacy = Math.max(mostAdequacy, way.adequacy());
        int changes = changes();
        if (best == null || isBetter(way, changes, best)) {
            best = way;
            bestChanges = changes;
        }
    }

    private boolean isBetter(Held way, int changes, Held than) {
        double worthMore = worth.value(way, spent) - worth.value(than, spent);
        double more = Math.abs(worthMore) > ROUNDING ? worthMore : way.adequacy() - than.adequacy();
        return more > ROUNDING || (more > -ROUNDING && changes < bestChanges);
    }

    private int changes() {
        int changes = 0;
        for (int i = 0; i < held.length; i++) {
            changes += held[i].compareTo(situation.items.get(i).representation());
        }
        return changes;
    }

    private List<Representation> offered(Hypothesis h) {
        return Stream.of(Representation.values())
                .filter(way -> way == h.representation() || mayBecome(h, way))
                .toList();
    }

    private boolean mayBecome(Hypothesis h, Representation way) {
        return switch (way) {
            case FULL -> false;
            case COMPRESSED -> h.representation() == Representation.FULL && representer.mayCompress(h);
            case SHADOW -> h.representation().isActive() && situation.state.allows(Action.RETIRE);
            case EXTINCT -> situation.state.allows(Action.RETIRE);
        };
    }
}
