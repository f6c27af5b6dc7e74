package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.List;

/**
 * A policy over a search: each decision leads to a plan and to the state in which the next one is made. Pure: it remembers
 * nothing itself.
 *
 * @param policy what decides
 * @param parameters by which losses are counted; those of the policy
 */
public record StabilityController(StabilityPolicy policy, PolicyParameters parameters) {
    /** Weight of the newest decision in the inertia of hypotheses. */
    public static final double INERTIA_RATE = 0.3;

    /** How much of a plan a caller carries out before it asks again. */
    public enum Pace {
        /** The first decision. */
        ONE_DECISION,
        /** Everything. */
        WHOLE_PLAN
    }

    /**
     * One decision of a search.
     *
     * @param plan what to do
     * @param next the state after it was done: hypotheses as held then, older by the steps that it took; what the caller sees
     *     happen beyond that is the caller's to add
     */
    public record Turn(ControlPlan plan, PortfolioState next) {}

    /** Returns the plan for the state and what the state is once the caller has carried it out. */
    public Turn decide(PortfolioState state, TokenBudget budget, Pace pace) {
        ControlPlan plan = policy.decide(state.at(pace), budget);
        boolean whole = pace == Pace.WHOLE_PLAN;
        List<Decision> done =
                whole ? plan.decisions() : plan.decisions().stream().limit(1).toList();
        Portfolio held = state.portfolio();
        for (Decision decision : done) {
            held = held.heldAs(decision.effect());
        }
        boolean anew = done.stream().anyMatch(Decision.Reset.class::isInstance);
        held = whole || anew ? held.heldAs(plan.representations()) : held;
        double lost = state.adequacyLost() + Math.max(0, adequacy(state, budget) - adequacy(state.with(held), budget));
        return new Turn(plan, after(state.with(held).withAdequacyLost(Math.min(1, lost)), done));
    }

    private double adequacy(PortfolioState state, TokenBudget budget) {
        Situation situation = new Situation(state, budget.tokens(), parameters);
        return Held.counted(situation, situation.current(), /* fresh= */ false).adequacy();
    }

    private static PortfolioState after(PortfolioState state, List<Decision> done) {
        int steps = 1;
        for (Decision decision : done) {
            if (decision.action() == Action.RESET && state.reset() != null) {
                int cost = (int) Math.ceil(state.reset().costSteps());
                steps = done.size() == 1 ? Math.max(1, cost) : 1 + cost;
            }
        }
        PortfolioState next = state.with(state.portfolio().aged(steps))
                .at(state.step() + steps, Math.max(0, state.decisionsLeft() - steps))
                .entering(null);
        for (Decision decision : done) {
            next = after(next, decision);
        }
        return next;
    }

    private static PortfolioState after(PortfolioState state, Decision decision) {
        if (decision instanceof Decision.Reset reset) {
            return state.with(state.portfolio().map(h -> reset.seed().contains(h.id()) ? fresh(h) : h));
        }
        if (decision instanceof Decision.Pursue pursue) {
            return state.with(state.portfolio()
                    .map(h -> h.id().equals(pursue.hypothesis()) ? fresh(followed(h, 1)) : followed(h, 0)));
        }
        return decision instanceof Decision.Branch branch ? opened(state, branch.option()) : state;
    }

    private static Hypothesis fresh(Hypothesis h) {
        return h.toBuilder().staleness(0).build();
    }

    private static Hypothesis followed(Hypothesis h, double share) {
        return h.toBuilder()
                .inertia((1 - INERTIA_RATE) * h.inertia() + INERTIA_RATE * share)
                .build();
    }

    /** Nothing is known yet of how the opened route could be held but in full. */
    private static PortfolioState opened(PortfolioState state, BranchOption option) {
        Family family = option.family() != null ? option.family() : new Family("family of " + option.id());
        Hypothesis route = Hypothesis.builder(option.id(), family)
                .promise(option.promise())
                .cost(option.tokens(), option.tokens(), 0, option.tokens())
                .verificationLag(option.verificationLag())
                .recoverability(0)
                .inertia(INERTIA_RATE)
                .build();
        Portfolio others = state.portfolio().map(h -> followed(h, 0));
        return state.with(others.find(option.id()).isPresent() ? others : others.with(route))
                .withBranches(state.branches().stream()
                        .filter(other -> !other.id().equals(option.id()))
                        .toList());
    }
}
