package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Reset;
import dev.trimtab.controller.law.Reset.Course;
import dev.trimtab.controller.law.Retirement;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The controller (theory §3): ages the state, substitutes, plans representations under budget, alias and contamination
 * limits, resets, branches and pursues, each by its law.
 *
 * @param name the name under which configurations choose it
 * @param parameters all parameters
 */
public record PortfolioPolicy(String name, PolicyParameters parameters) implements StabilityPolicy {
    /** Returns the policy {@code portfolio} with the default parameters. */
    public static PortfolioPolicy withDefaults() {
        return new PortfolioPolicy("portfolio", PolicyParameters.DEFAULT);
    }

    @Override
    public ControlPlan decide(PortfolioState state, TokenBudget budget) {
        Situation situation = new Situation(state, budget.tokens(), parameters);
        Held before = Held.asTheyAre(situation);
        Swaps swaps = presses(situation, before) ? Swaps.find(situation) : Swaps.NONE;
        Representer representer = new Representer(situation, swaps);
        Held plan = withoutReset(situation, before, representer);
        Certificate reset = null;
        if (mayPay(situation, representer, plan)) {
            Held anew = representer.plan(situation.budget, situation.limitsLegacy(), /* fresh= */ true);
            Certificate certificate = weigh(situation, Objects.requireNonNull(state.reset()), plan, anew);
            if (anew.fits() && certificate.holds()) {
                plan = anew;
                reset = certificate;
            }
        }
        Branching.Choice branch = new Branching(situation, before, representer).choose(plan, reset == null);
        Held chosen = branch.held();
        return new PlanWriter(name, situation, before, chosen, swaps, representer).write(reset, branch);
    }

    /** A swap that the plan does not complete is a retirement, so both actions must be there. */
    private static boolean presses(Situation situation, Held before) {
        return situation.state.allows(Action.SUBSTITUTE)
                && situation.state.allows(Action.RETIRE)
                && (before.tokens() > situation.budget || before.chi() > situation.legacyLimit);
    }

    /** The best plan without a reset; where retirement and contamination limits clash, the one of greater value wins. */
    private Held withoutReset(Situation situation, Held before, Representer representer) {
        if (!situation.limitsLegacy()) {
            return representer.plan(situation.budget, /* limitLegacy= */ false, /* fresh= */ false);
        }
        Held clean = representer.plan(situation.budget, /* limitLegacy= */ true, /* fresh= */ false);
        boolean admissible = admissible(situation, before, clean);
        if (clean.fits() && admissible) {
            return clean;
        }
        Held loose = representer.plan(situation.budget, /* limitLegacy= */ false, /* fresh= */ false);
        Reset law = law(situation);
        int left = situation.state.decisionsLeft();
        double cleanValue = law.value(clean.adequacy(), clean.chi(), left);
        double looseValue = law.value(loose.adequacy(), loose.chi(), left);
        return clean.fits() && cleanValue >= looseValue ? clean : loose;
    }

    /** Whether a reset to the best that could be held, in a clean context, would be worth more than going on. */
    private boolean mayPay(Situation situation, Representer representer, Held plan) {
        ResetOption option = situation.state.reset();
        if (option == null
                || !situation.state.allows(Action.RESET)
                || !parameters.switches().reset()) {
            return false;
        }
        double left = situation.state.decisionsLeft() - option.costSteps();
        Reset law = law(situation);
        double ceiling = Math.max(law.value(representer.most(), 0, left), law.value(representer.most(), 1, left));
        return left >= parameters.goals().minDecisions()
                && ceiling > law.value(plan.adequacy(), plan.chi(), situation.state.decisionsLeft());
    }

    private boolean admissible(Situation situation, Held before, Held after) {
        return Retirement.check(
                        Map.of(),
                        before.adequacy() - after.adequacy(),
                        situation.state.adequacyLost(),
                        parameters.goals().retirementLoss())
                .holds();
    }

    private Reset law(Situation situation) {
        return new Reset(situation.reading, parameters.legacy().realiseChance());
    }

    private Certificate weigh(Situation situation, ResetOption option, Held on, Held anew) {
        int decisions = situation.state.decisionsLeft();
        Reset law = law(situation);
        Course going = new Course(on.adequacy(), on.chi(), decisions);
        Course fresh = new Course(anew.adequacy(), anew.chi(), decisions - option.costSteps());
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("A(R)", new Quantity(on.adequacy(), situation.promiseProvenance()));
        inputs.put("A(R')", new Quantity(anew.adequacy(), situation.promiseProvenance()));
        inputs.put("chi", situation.input(Inputs.STALENESS, on.chi()));
        inputs.put("chi'", situation.input(Inputs.OVERLAP, anew.chi()));
        inputs.put("n", situation.input(Inputs.DECISIONS, decisions));
        inputs.put("C", situation.input(Inputs.RESET_COST, option.costSteps()));
        inputs.put("Delta", situation.gaps.live());
        inputs.put("Gamma", situation.gaps.legacy());
        inputs.put("sigma_epsilon", situation.gaps.noise());
        inputs.put("u", Quantity.assumed(parameters.legacy().realiseChance()));
        double worth = law.value(fresh.adequacy(), fresh.chi(), fresh.decisions());
        if (on.adequacy() > 0 && decisions > 0) {
            inputs.put("chi_reset", Quantity.assumed(law.threshold(on.adequacy(), worth, decisions)));
        }
        return law.check(
                inputs,
                going,
                fresh,
                parameters.goals().retirementLoss(),
                parameters.goals().minDecisions());
    }
}
