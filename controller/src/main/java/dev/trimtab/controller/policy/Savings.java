package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a plan can spare: hypotheses are held less fully, the stalest first, as long as the loss stays within the window's tolerance
 * {@code epsilon} (law L2) and the aim, if the plan reaches it, is still reached.
 *
 * <p>A plan of the greatest adequacy spends its last tokens on very little of it. What is spared is lent ({@link Lender}), first to what was seen
 * last, which adequacy does not count but the next decision reads.
 */
final class Savings {
    private final Situation situation;
    private final Held before;
    private final Swaps swaps;
    private final Representer representer;

    /** @param before how the hypotheses are held, which losses are counted from */
    Savings(Situation situation, Held before, Swaps swaps, Representer representer) {
        this.situation = situation;
        this.before = before;
        this.swaps = swaps;
        this.representer = representer;
    }

    /**
     * Returns the plan with what it can spare given up; the plan itself for callers to whom nothing can be lent.
     *
     * @param target what is to be pursued, which stays; null if nothing is
     */
    Held of(Held plan, Pursuit.@Nullable Target target) {
        Goals goals = situation.parameters.goals();
        double bearable = Math.max(0, goals.retirementLoss() - situation.state.adequacyLost());
        if (!plan.fits() || !situation.state.allows(Action.EXPAND)) {
            return plan;
        }
        double least = Math.min(plan.adequacy(), before.adequacy() - bearable);
        double floor = plan.adequacy() >= situation.target() ? Math.max(least, situation.target()) : least;
        List<Integer> stalestFirst = IntStream.range(0, situation.items.size())
                .filter(i -> plan.representations().get(i).isActive())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -situation.legacyDegree(i, plan.fresh())))
                .toList();
        Held spared = plan;
        for (int i : stalestFirst) {
            if (target != null
                    && situation.items.get(i).id().equals(target.hypothesis().id())) {
                continue;
            }
            Held less = lower(spared, i, Representation.SHADOW);
            less = less == null || less.adequacy() < floor ? lower(spared, i, Representation.COMPRESSED) : less;
            spared = less == null || less.adequacy() < floor ? spared : less;
        }
        return spared;
    }

    private @Nullable Held lower(Held plan, int i, Representation target) {
        Hypothesis h = situation.items.get(i);
        Representation now = plan.representations().get(i);
        if (target.compareTo(now) <= 0 || swaps.comes(h.id()) || !representer.mayHold(h, target)) {
            return null;
        }
        Representation[] held = plan.representations().toArray(new Representation[0]);
        held[i] = target;
        int recovery = target == Representation.SHADOW ? h.cost().recovery() : 0;
        int reserve = situation.reserveUsed(held, Math.max(plan.reserve(), recovery));
        boolean cheaper = situation.tokens(held) + reserve <= plan.occupied();
        return cheaper
                ? Held.of(situation, held, reserve, plan.bound(), plan.price(), plan.fresh(), /* fits= */ true)
                : null;
    }
}
