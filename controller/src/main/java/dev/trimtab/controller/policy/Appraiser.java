package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.ReserveFeasibility;
import dev.trimtab.controller.portfolio.Representation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Returns the diagnostics.
     *
     * @param held how the hypotheses are held in the end, by the portfolio's order; differs from what was chosen by what is
     *     brought back to be worked on
     */
    Diagnostics diagnostics(List<Representation> held) {
        boolean feasible = chosen.adequacy() >= situation.target();
        OptionalDouble least = feasible ? OptionalDouble.empty() : leastTokens();
        Set<String> alive = new HashSet<>();
        int tokens = 0;
        for (int i = 0; i < held.size(); i++) {
            tokens += situation.items.get(i).cost().tokens(held.get(i));
            if (held.get(i) != Representation.EXTINCT) {
                alive.add(situation.items.get(i).family().name());
            }
        }
        int reserve = Math.min(
                chosen.reserve(), situation.reserveUsed(held.toArray(new Representation[0]), chosen.reserve()));
        double lost = situation.state.adequacyLost() + Math.max(0, before.adequacy() - chosen.adequacy());
        double missing = feasible || least.isEmpty() ? 0 : Math.max(0, least.getAsDouble() - situation.budget);
        OptionalDouble needed = feasible ? OptionalDouble.of(chosen.occupied()) : least;
        return new Diagnostics(
                before.chi(),
                chosen.chi(),
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
                alive.size(),
                Math.min(1, lost),
                List.of(contamination(), feasibility(needed), bound()));
    }

    /** Returns a lower bound on the tokens that the target takes, infinite if nothing reaches it; empty if none is known. */
    private OptionalDouble leastTokens() {
        return situation.someAdequate <= 0
                ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                : representer.tokensNeeded(ReserveFeasibility.targetNats(
                        situation.parameters.goals().failure(), situation.someAdequate));
    }

    private Certificate contamination() {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("Delta", situation.gaps.live());
        inputs.put("Gamma", situation.gaps.legacy());
        inputs.put("s", situation.input(Inputs.STALENESS, chosen.chi()));
        return situation.reading.check(
                Quantity.measured(chosen.chi()), situation.parameters.legacy().margin(), inputs);
    }

    private Certificate feasibility(OptionalDouble needed) {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("B", Quantity.measured(situation.budget));
        inputs.put("A", new Quantity(chosen.adequacy(), situation.promiseProvenance()));
        inputs.put("delta", Quantity.assumed(situation.parameters.goals().failure()));
        return needed.isPresent()
                ? ReserveFeasibility.check(inputs, situation.budget, needed.getAsDouble())
                : Certificate.atLeast(Law.L4, "A >= 1 - delta", inputs, chosen.adequacy(), situation.target());
    }

    private Certificate bound() {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("A", new Quantity(chosen.adequacy(), situation.promiseProvenance()));
        inputs.put("pi", new Quantity(chosen.price(), situation.promiseProvenance()));
        return Certificate.atMost(Law.L5, "A <= bound", inputs, chosen.adequacy(), chosen.bound());
    }
}
