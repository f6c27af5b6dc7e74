package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;

/**
 * {@code posterior-optimal}: holds the hypotheses in the way that is worth most under today's belief, with or without a reset, found
 * by looking at every way (substitutions aside); a bound and not a contender. Worth is {@code W} of law L8. What to work on it chooses as the portfolio
 * policy does.
 *
 * <p>Beyond {@link #MOST_HYPOTHESES} hypotheses not extinct it cannot be computed in reasonable time and its plans are the
 * portfolio policy's.
 *
 * @param parameters of the portfolio policy
 */
public record PosteriorOptimal(PolicyParameters parameters) implements StabilityPolicy {
    /** How many hypotheses it can enumerate. */
    public static final int MOST_HYPOTHESES = 8;

    @Override
    public String name() {
        return "posterior-optimal";
    }

    @Override
    public ControlPlan decide(PortfolioState state, TokenBudget budget) {
        long alive = state.portfolio().hypotheses().stream()
                .filter(h -> h.representation() != Representation.EXTINCT)
                .count();
        Situation situation = new Situation(state, budget.tokens(), parameters);
        Held before = Held.counted(situation, situation.current(), /* fresh= */ false);
        Representer representer = new Representer(situation, Swaps.NONE);
        Held plan = alive > MOST_HYPOTHESES ? null : new EveryWay(situation, representer, /* fresh= */ false, 0).best();
        if (plan == null) {
            return new PortfolioPolicy(name(), parameters).decide(state, budget);
        }
        Resetting resetting = new Resetting(situation);
        Certificate reset = null;
        ResetOption option = state.reset();
        if (option != null && resetting.mayPay(representer.most(), plan, /* spent= */ 0)) {
            Held anew = new EveryWay(situation, representer, /* fresh= */ true, option.costSteps()).best();
            Certificate certificate = anew == null ? null : resetting.weigh(plan, /* spent= */ 0, anew);
            if (anew != null && certificate != null && certificate.holds()) {
                plan = anew;
                reset = certificate;
            }
        }
        Branching.Choice branch = new Branching(situation, before, representer).choose(plan, /* mayReplan= */ false);
        Representation[] held = branch.counted(situation);
        return new PlanWriter(name(), situation, before, branch, held, held, Swaps.NONE, representer).write(reset);
    }
}
