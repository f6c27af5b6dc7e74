package dev.trimtab.controller.plan;

import java.util.List;

/**
 * The planner's answer.
 *
 * @param feasible whether some choice of options keeps the budget and the legacy limit; if not, the choice is the one of
 *     the fewest tokens
 * @param choice the option chosen for each item, in the problem's order
 * @param tokens tokens that the options occupy
 * @param reserve tokens kept free for reopening ({@code Q})
 * @param legacy what the options add to the contamination constraint, in tokens of either sign
 * @param adequacy adequacy in [0,1] of the choice, not conditioned on {@code V}
 * @param bound no choice within the budget and the limit has a higher adequacy
 * @param price adequacy gained by one more token at the relaxation's optimum ({@code pi}), at least 0
 */
public record PlanSolution(
        boolean feasible,
        List<PlanOption> choice,
        int tokens,
        int reserve,
        double legacy,
        double adequacy,
        double bound,
        double price) {
    /** Copies the choice. */
    public PlanSolution {
        choice = List.copyOf(choice);
    }

    static PlanSolution of(PlanOption[] choice, boolean reopenAll, double adequacy, double bound, double price) {
        int tokens = 0;
        int largest = 0;
        int sum = 0;
        double legacy = 0;
        for (PlanOption option : choice) {
            tokens += option.tokens();
            largest = Math.max(largest, option.recovery());
            sum += option.recovery();
            legacy += option.legacy();
        }
        int reserve = reopenAll ? sum : largest;
        return new PlanSolution(true, List.of(choice), tokens, reserve, legacy, adequacy, bound, price);
    }

    /** Returns the answer where nothing fits: the cheapest option of each item, and no promise. */
    static PlanSolution infeasible(PlanProblem problem) {
        PlanOption[] choice = new PlanOption[problem.items().size()];
        for (int i = 0; i < choice.length; i++) {
            choice[i] = problem.items().get(i).options().get(0);
            for (PlanOption option : problem.items().get(i).options()) {
                choice[i] = option.tokens() < choice[i].tokens() ? option : choice[i];
            }
        }
        PlanSolution any = of(choice, /* reopenAll= */ false, 0, 0, 0);
        return new PlanSolution(false, any.choice(), any.tokens(), 0, any.legacy(), 0, 0, 0);
    }

    /** Returns the same choice as another belief sees it. */
    public PlanSolution under(double otherAdequacy, double otherBound, double otherPrice) {
        return new PlanSolution(feasible, choice, tokens, reserve, legacy, otherAdequacy, otherBound, otherPrice);
    }
}
