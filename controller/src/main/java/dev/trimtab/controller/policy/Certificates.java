package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Aliasing;
import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Retirement;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The certificates of one plan's decisions. */
final class Certificates {
    private final Situation situation;
    private final Held before;
    private final Held chosen;
    private final Map<Family, Double> survivals;
    private final double epsilon;
    private final double none;
    private final double opened;
    private final double loss;

    /**
     * @param opened what the route that the plan opens adds to its adequacy; 0 if it opens none
     * @param given what the plan gives up of the adequacy held before it, that route apart
     */
    Certificates(Situation situation, Held before, Held chosen, double opened, double given) {
        this.opened = opened;
        loss = Math.max(0, given - opened);
        this.situation = situation;
        this.before = before;
        this.chosen = chosen;
        epsilon = situation.parameters.goals().retirementLoss();
        survivals = situation.survivals(before.representations().toArray(new Representation[0]), before.reserve());
        double miss = 1;
        for (Map.Entry<Family, Double> entry : survivals.entrySet()) {
            miss *= 1 - situation.probability(entry.getKey()) * entry.getValue();
        }
        none = miss;
    }

    /** Whether the hypothesis could go to the archive alone: its recoverability against the least admissible one. */
    Certificate keep(int i) {
        Hypothesis h = situation.items.get(i);
        double q = situation.probability(h.family());
        double others = othersMiss(h.family(), q);
        Map<String, Quantity> inputs = base(h, q);
        double least = situation.someAdequate <= 0
                ? 0
                : Retirement.leastRecoverability(
                        q, survivals.getOrDefault(h.family(), 0.0), others, situation.someAdequate, epsilon);
        inputs.put("sigma_f", new Quantity(survivals.getOrDefault(h.family(), 0.0), situation.promiseProvenance()));
        inputs.put("others' miss", new Quantity(others, situation.promiseProvenance()));
        inputs.put("epsilon", Quantity.assumed(epsilon));
        return Certificate.atLeast(Law.L2, "rho >= rho*", inputs, h.recoverability(), least);
    }

    /**
     * Whether the plan gives up no more than it may, what it opens counted. More is given up only where something is harder than this law: what is held and
     * the tokens to reopen what is archived are more than the budget, or contamination is above its limit. The inputs tell which.
     */
    Certificate retire(int i) {
        Hypothesis h = situation.items.get(i);
        Map<String, Quantity> inputs = base(h, situation.probability(h.family()));
        inputs.put("A before", new Quantity(before.adequacy(), situation.promiseProvenance()));
        inputs.put("B", Quantity.measured(situation.budget));
        inputs.put("t before", situation.input(Inputs.TOKENS, before.tokens()));
        inputs.put("Q before", Quantity.measured(before.reserve()));
        if (situation.limitsLegacy()) {
            inputs.put("chi before", situation.input(Inputs.STALENESS, before.chi()));
            inputs.put("chi_max", chiMax());
        }
        if (opened > 0) {
            inputs.put("A opened", new Quantity(opened, situation.promiseProvenance()));
        }
        inputs.put("joint loss", new Quantity(loss, situation.promiseProvenance()));
        inputs.put("lost before", new Quantity(situation.state.adequacyLost(), situation.promiseProvenance()));
        inputs.put("epsilon", Quantity.assumed(epsilon));
        inputs.put("r", situation.input(Inputs.TOKENS, h.cost().recovery()));
        inputs.put("Q", Quantity.measured(chosen.reserve()));
        return Retirement.check(inputs, loss, situation.state.adequacyLost(), epsilon);
    }

    Certificate compress(Hypothesis h) {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("a_0", situation.input(Inputs.ALIAS, h.aliasHazard().onCompression()));
        inputs.put("a_1", situation.input(Inputs.ALIAS, h.aliasHazard().perRewrite()));
        inputs.put("c", situation.input(Inputs.TOKENS, h.cost().full()));
        inputs.put("kappa", situation.input(Inputs.TOKENS, h.cost().compressed()));
        return Aliasing.check(inputs, List.of());
    }

    /** What is lent stays within the budget; the plan counts on no more than before, and contamination is looked after by the lender. */
    Certificate expand(int i, Representation[] now, Representation[] counted) {
        Hypothesis h = situation.items.get(i);
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("t", situation.input(Inputs.TOKENS, h.cost().tokens(now[i]) - h.tokens()));
        inputs.put("counted", situation.input(Inputs.TOKENS, situation.tokens(counted)));
        inputs.put("Q", Quantity.measured(chosen.reserve()));
        inputs.put("chi", situation.input(Inputs.STALENESS, situation.contamination(now, chosen.fresh())));
        inputs.put("chi_max", chiMax());
        return Certificate.atMost(Law.L4, "tokens held for now <= B", inputs, situation.tokens(now), situation.budget);
    }

    Certificate pursue(Pursuit.Target target) {
        Hypothesis h = target.hypothesis();
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("p", new Quantity(situation.promises.of(h), situation.promiseProvenance()));
        inputs.put("n", situation.input(Inputs.DECISIONS, situation.state.decisionsLeft()));
        inputs.put("p best", new Quantity(target.best(), situation.promiseProvenance()));
        inputs.put("u", Quantity.assumed(situation.parameters.legacy().realiseChance()));
        return Certificate.atLeast(
                Law.L12, "value of pursuit >= finishing the best now", inputs, target.value(), target.stay());
    }

    private Map<String, Quantity> base(Hypothesis h, double q) {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("q", new Quantity(q, situation.promiseProvenance()));
        inputs.put("p", new Quantity(situation.promises.of(h), situation.promiseProvenance()));
        inputs.put("rho", situation.input(Inputs.RECOVERABILITY, h.recoverability()));
        inputs.put("lag", situation.input(Inputs.LAG, h.verificationLag()));
        inputs.put("Z", new Quantity(situation.someAdequate, situation.promiseProvenance()));
        return inputs;
    }

    private Quantity chiMax() {
        return new Quantity(situation.legacyLimit, situation.gaps.legacy().provenance());
    }

    private double othersMiss(Family family, double q) {
        double own = 1 - q * survivals.getOrDefault(family, 0.0);
        return own <= 0 ? 1 : Math.min(1, none / own);
    }
}
