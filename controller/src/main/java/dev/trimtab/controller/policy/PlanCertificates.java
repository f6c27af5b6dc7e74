package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Drift;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.LockIn;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.ReserveFeasibility;
import dev.trimtab.controller.law.RollingWindows;
import dev.trimtab.controller.law.Survival;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The certificates of a plan that no single decision carries. */
final class PlanCertificates {
    private final Situation situation;
    private final Held chosen;

    /** @param chosen how the plan counts on the hypotheses */
    PlanCertificates(Situation situation, Held chosen) {
        this.situation = situation;
        this.chosen = chosen;
    }

    /**
     * Returns them: contamination (L1), lock-in (L1), drift (L9), feasibility (L4), plan bound (L5), and for the first plan of a window
     * its entry and its reserve (L11).
     *
     * @param chi contamination of what is held for now, what is lent included
     * @param needed tokens that the target takes, if known
     * @param reserve tokens kept free
     */
    List<Certificate> all(double chi, OptionalDouble needed, int reserve) {
        List<Certificate> all = new ArrayList<>();
        all.add(contamination(chi));
        if (situation.gaps.noise().value() > 0) {
            all.add(lockIn(chi));
        }
        OptionalDouble threshold = situation.reading.threshold();
        if (threshold.isPresent() && replaced() < 1) {
            all.add(drift(chi, threshold.getAsDouble()));
        }
        all.add(feasibility(needed));
        all.add(bound());
        WindowEntry entry = situation.state.entry();
        if (entry != null) {
            all.add(entry(entry));
            all.add(reserve(reserve));
        }
        return all;
    }

    private Certificate contamination(double chi) {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("Delta", situation.gaps.live());
        inputs.put("Gamma", situation.gaps.legacy());
        inputs.put("chi", situation.input(Inputs.STALENESS, chi));
        inputs.put("margin", Quantity.assumed(situation.parameters.legacy().margin()));
        return situation.reading.check(
                Quantity.measured(chi), situation.parameters.legacy().margin(), inputs);
    }

    /** Whether the share of choices on the adequate one of two families forgets where it started. */
    private Certificate lockIn(double chi) {
        double pull = situation.parameters.legacy().pull();
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("Delta", situation.gaps.live());
        inputs.put("iota", situation.input(Inputs.PULL, pull));
        inputs.put("sigma_epsilon", situation.gaps.noise());
        inputs.put("chi", situation.input(Inputs.STALENESS, chi));
        return LockIn.of(
                        situation.gaps.live().value(),
                        pull,
                        situation.gaps.noise().value(),
                        chi)
                .check(inputs);
    }

    /** Whether contamination stays below its threshold until the verification if each step refreshes as much as the last one did. */
    private Certificate drift(double chi, double threshold) {
        double halfLife = situation.parameters.ageing().stalenessHalfLife();
        double replaced = replaced();
        int steps = situation.state.decisionsLeft();
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("chi", situation.input(Inputs.STALENESS, chi));
        inputs.put("chi*", new Quantity(threshold, situation.gaps.legacy().provenance()));
        inputs.put("H", situation.input(Inputs.HALF_LIFE, halfLife));
        inputs.put("nu", situation.input(Inputs.STALENESS, replaced));
        inputs.put("n", situation.input(Inputs.DECISIONS, steps));
        return Drift.ofReplacement(replaced, halfLife).check(inputs, threshold, chi, steps);
    }

    /** Returns the share in [0,1] of the active tokens that the last step refreshed. */
    private double replaced() {
        int active = 0;
        int fresh = 0;
        for (int i = 0; i < situation.items.size(); i++) {
            Hypothesis h = situation.items.get(i);
            Representation as = chosen.representations().get(i);
            int tokens = as.isActive() ? h.cost().tokens(as) : 0;
            active += tokens;
            fresh += h.staleness() == 0 ? tokens : 0;
        }
        return active == 0 ? 0 : (double) fresh / active;
    }

    private Certificate feasibility(OptionalDouble needed) {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("B", Quantity.measured(situation.budget));
        inputs.put("A", new Quantity(chosen.adequacy(), situation.promiseProvenance()));
        inputs.put("delta", Quantity.assumed(situation.parameters.goals().failure()));
        inputs.put(Inputs.LOSS_HAZARD, situation.losses().full());
        inputs.put("h of a record", situation.losses().record());
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

    private Certificate entry(WindowEntry entry) {
        double gamma = entry.modeChange().value();
        double carried = chosen.adequacy();
        double prior = priorAdequacy();
        double failure = situation.parameters.goals().failure();
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("gamma", entry.modeChange());
        inputs.put("A_carried", new Quantity(carried, situation.promiseProvenance()));
        inputs.put("A_prior", Quantity.assumed(prior));
        inputs.put("delta", Quantity.assumed(failure));
        RollingWindows.greatestModeChange(carried, prior, failure)
                .ifPresent(greatest -> inputs.put("gamma*", new Quantity(greatest, situation.promiseProvenance())));
        return RollingWindows.checkEntry(inputs, RollingWindows.entryAdequacy(gamma, carried, prior), failure);
    }

    private Certificate reserve(int reserve) {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("B", Quantity.measured(situation.budget));
        inputs.put("occupied", situation.input(Inputs.TOKENS, chosen.tokens()));
        inputs.put("Q", Quantity.measured(reserve));
        return RollingWindows.checkReserve(inputs, situation.budget, chosen.tokens(), reserve);
    }

    /**
     * Returns the adequacy of the plan as it would be had nothing been seen. What is not the carrier of its route stays so; a belief that the
     * caller states is taken to hold in every mode.
     */
    private double priorAdequacy() {
        if (situation.state.belief() != null) {
            return chosen.adequacy();
        }
        PolicyParameters parameters = situation.parameters;
        double fitness = situation.state.promises().fitnessPrior(parameters);
        Survival survival = situation.losses().survival();
        Map<Family, Double> prior = new LinkedHashMap<>();
        Map<Family, Double> missed = new HashMap<>();
        for (int i = 0; i < situation.items.size(); i++) {
            Hypothesis h = situation.items.get(i);
            Representation as = chosen.representations().get(i);
            prior.put(h.family(), situation.state.promises().familyPrior(parameters));
            boolean counted = as.isActive() || parameters.switches().reserve();
            double carried = situation.promise(i) > 0 && counted ? fitness * survival.of(h, as, chosen.reserve()) : 0;
            missed.merge(h.family(), 1 - carried, (one, other) -> one * other);
        }
        situation.state.branches().forEach(b -> prior.putIfAbsent(Situation.familyOf(b), situation.promise(b)));
        Map<Family, Double> survivals = new HashMap<>();
        missed.forEach((family, lost) -> survivals.put(family, 1 - lost));
        AdequacyBelief before = new IndependentBelief(prior);
        return before.conditionalAdequacy(survivals);
    }
}
