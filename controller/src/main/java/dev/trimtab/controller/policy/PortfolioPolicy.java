package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Retirement;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        Situation situation = new Situation(withoutIdleWork(state), budget.tokens(), parameters);
        Held before = Held.counted(situation, situation.current(), /* fresh= */ false);
        Swaps swaps = presses(situation, before) ? Swaps.find(situation) : Swaps.NONE;
        Representer representer = new Representer(situation, swaps);
        Held plan = withoutReset(situation, before, representer);
        Swaps completed = swaps.completedBy(plan, situation.items);
        while (!completed.equals(swaps)) {
            swaps = completed;
            representer = new Representer(situation, swaps);
            plan = withoutReset(situation, before, representer);
            completed = swaps.completedBy(plan, situation.items);
        }
        Certificate reset = null;
        Resetting resetting = new Resetting(situation);
        double spent = changesDue(situation, before, plan, budget);
        if (resetting.mayPay(representer.most(), plan, spent)) {
            Held anew = representer.plan(situation.budget, situation.limitsLegacy(), /* fresh= */ true);
            Certificate certificate = resetting.weigh(plan, spent, anew);
            if (anew.fits() && certificate.holds() && mayReset(situation, anew)) {
                plan = anew;
                reset = certificate;
            }
        }
        plan = withWork(situation, representer, plan);
        Branching.Choice branch = new Branching(situation, before, representer)
                .choose(plan, reset == null)
                .sparing(new Savings(situation, before, swaps, representer));
        Representation[] counted = branch.counted(situation);
        Representation[] now = new Lender(situation, swaps, representer)
                .lend(counted, branch.held().fresh());
        ControlPlan written =
                new PlanWriter(name, situation, before, branch, counted, now, swaps, representer).write(reset);
        return new Refreshing(situation, state.allows(Action.PURSUE)).before(written);
    }

    /**
     * Where success is known to ask for no work, none is planned: it takes tokens and decisions, and evidence alone raises the adequacy of nothing
     * that is held (law L12). What it is still good for is {@link Refreshing}'s.
     */
    private static PortfolioState withoutIdleWork(PortfolioState state) {
        return state.demand().asksNone()
                ? state.withAvailable(state.available().stream()
                        .filter(action -> action != Action.PURSUE)
                        .collect(Collectors.toUnmodifiableSet()))
                : state;
    }

    /**
     * A fresh context serves who works in it (law L8). Where success is known to ask for no work, a reset is only the one decision that changes how
     * several hypotheses are held.
     */
    private static boolean mayReset(Situation situation, Held anew) {
        return !situation.state.demand().asksNone() || changes(situation, anew) > 1;
    }

    /** A swap that the plan does not complete is a retirement, so both actions must be there. */
    private static boolean presses(Situation situation, Held before) {
        return situation.state.allows(Action.SUBSTITUTE)
                && situation.state.allows(Action.RETIRE)
                && (before.tokens() > situation.budget || before.chi() > situation.legacyLimit);
    }

    /**
     * The best plan without a reset. A caller of one decision a step that is over the budget must come within it before the verification: where
     * the changes are more than the decisions, the plan is the best that can be reached.
     */
    private Held withoutReset(Situation situation, Held before, Representer representer) {
        Held plan = inTime(situation, before, representer);
        PortfolioState state = situation.state;
        boolean late = state.pace() == StabilityController.Pace.ONE_DECISION
                && !state.allows(Action.EXPAND)
                && before.tokens() > situation.budget
                && state.decisionsLeft() > 0
                && changes(situation, plan) > state.decisionsLeft();
        Held reachable = late ? representer.reachable(state.decisionsLeft()) : plan;
        return reachable.fits() ? reachable : plan;
    }

    /**
     * The decisions that the plan takes from a caller of one decision a step that is over the budget: a reset makes all of its changes in one, and is
     * within the budget at once.
     */
    private static double changesDue(Situation situation, Held before, Held plan, TokenBudget budget) {
        boolean due = situation.state.pace() == StabilityController.Pace.ONE_DECISION
                && !situation.state.allows(Action.EXPAND)
                && budget.isExceededBy(before.tokens());
        return due ? changes(situation, plan) : 0;
    }

    private static long changes(Situation situation, Held plan) {
        return IntStream.range(0, situation.items.size())
                .filter(i ->
                        plan.representations().get(i) != situation.items.get(i).representation())
                .count();
    }

    /** The best plan if there are decisions for all of it; where retirement and contamination limits clash, the one of greater value wins. */
    private Held inTime(Situation situation, Held before, Representer representer) {
        if (!situation.limitsLegacy()) {
            return representer.plan(situation.budget, /* limitLegacy= */ false, /* fresh= */ false);
        }
        Held clean = representer.plan(situation.budget, /* limitLegacy= */ true, /* fresh= */ false);
        boolean admissible = admissible(situation, before, clean);
        if (clean.fits() && admissible) {
            return clean;
        }
        Held loose = representer.plan(situation.budget, /* limitLegacy= */ false, /* fresh= */ false);
        Resetting resetting = new Resetting(situation);
        return clean.fits() && resetting.goingOn(clean) >= resetting.goingOn(loose) ? clean : loose;
    }

    /**
     * A plan with nothing in the context is worth nothing while decisions are left, whatever its archive could give back after
     * the verification: the most promising route that fits then stays in the context.
     */
    private static Held withWork(Situation situation, Representer representer, Held plan) {
        if (!plan.isIdle() || situation.state.decisionsLeft() == 0 || !situation.state.allows(Action.PURSUE)) {
            return plan;
        }
        for (int i : situation.byPromise) {
            if (situation.items.get(i).representation().isActive() && situation.promise(i) > 0) {
                Held with = representer.planWith(i, /* limitLegacy= */ false, plan.fresh());
                if (with.fits()) {
                    return with;
                }
            }
        }
        return plan;
    }

    private boolean admissible(Situation situation, Held before, Held after) {
        return Retirement.check(
                        Map.of(),
                        before.adequacy() - after.adequacy(),
                        situation.state.adequacyLost(),
                        parameters.goals().retirementLoss())
                .holds();
    }
}
