package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.ReserveFeasibility;
import dev.trimtab.controller.portfolio.Representation;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/** What the laws say of a way to hold a situation's hypotheses. */
final class Appraiser {
    private final Situation situation;
    private final Held before;
    private final Held chosen;
    private final Representer representer;

    Appraiser(Situation situation, Held before, Held chosen, Representer representer) {
        this.situation = situation;
        this.before = before;
        this.chosen = chosen;
        this.representer = representer;
    }

    /** Returns what is given up of the adequacy held before, at least 0; what is only lent back is not given up. */
    double loss(Representation[] now) {
        boolean lends = situation.state.allows(Action.EXPAND);
        double kept = lends ? Held.counted(situation, now, chosen.fresh()).adequacy() : chosen.adequacy();
        return Math.max(0, before.adequacy() - Math.max(kept, chosen.adequacy()));
    }

    /**
     * Returns the diagnostics.
     *
     * @param counted how the plan counts on the hypotheses, by the portfolio's order
     * @param now how they are to be held for now, what is lent included
     */
    Diagnostics diagnostics(Representation[] counted, Representation[] now) {
        boolean feasible = chosen.adequacy() >= situation.target();
        OptionalDouble least = feasible ? OptionalDouble.empty() : leastTokens();
        Set<String> alive = new HashSet<>();
        for (int i = 0; i < now.length; i++) {
            if (now[i] != Representation.EXTINCT) {
                alive.add(situation.items.get(i).family().name());
            }
        }
        int tokens = situation.tokens(now);
        int reserve = Math.min(chosen.reserve(), situation.reserveUsed(counted, chosen.reserve()));
        double lost = situation.state.adequacyLost() + loss(now);
        double chi = situation.contamination(now, chosen.fresh());
        double missing = feasible || least.isEmpty() ? 0 : Math.max(0, least.getAsDouble() - situation.budget);
        OptionalDouble needed = feasible ? OptionalDouble.of(chosen.occupied()) : least;
        return new Diagnostics(
                before.chi(),
                chi,
                situation.reading.threshold(),
                before.adequacy(),
                chosen.adequacy(),
                chosen.bound(),
                situation.target(),
                feasible,
                needed.orElse(0) == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : needed,
                missing,
                chosen.price(),
                reserve,
                tokens,
                tokens - situation.tokens(counted),
                alive.size(),
                Math.min(1, lost),
                new PlanCertificates(situation, chosen).all(chi, needed, reserve));
    }

    /** Returns a lower bound on the tokens that the target takes, infinite if nothing reaches it; empty if none is known. */
    private OptionalDouble leastTokens() {
        return situation.someAdequate <= 0
                ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                : representer.tokensNeeded(ReserveFeasibility.targetNats(
                        situation.parameters.goals().failure(), situation.someAdequate));
    }
}
