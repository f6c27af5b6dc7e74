package dev.trimtab.controller.plan;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.Arrays;

/**
 * Plans representations under any belief (law L5): at each reserve level lazy greedy by adequacy a token, along the
 * concave hull of each item's representations, or the best single item if that is worth more.
 *
 * <p>With one representation an item the better of the two reaches at least {@code (1 - 1/e)/2} of the best (Leskovec et
 * al., Cost-effective outbreak detection in networks, 2007). Whatever the instance, the solution's bound is {@code A(S) +
 * F(B)}. Under a legacy limit what speaks most for legacy is taken back afterwards, and the bound is that without limit.
 *
 * @param reserveLevels levels above 0 that are tried, at least 1; more distinct recovery costs are rounded up
 */
public record GreedyPlanner(int reserveLevels) {
    /** Checks the range. */
    public GreedyPlanner {
        Ranges.positive("reserveLevels", reserveLevels);
    }

    /**
     * Returns a choice within the budget that no other one beats by more than its bound says.
     *
     * @param problem what to plan; its own probabilities of families are not read
     * @param belief what is believed of the adequate set
     */
    public PlanSolution solve(PlanProblem problem, AdequacyBelief belief) {
        GreedyLevel best = null;
        double bound = 0;
        for (ReserveLevels.Group group : ReserveLevels.groups(problem, reserveLevels)) {
            GreedyLevel level = new GreedyLevel(problem.items(), group, belief);
            if (level.mayHoldAnything()) {
                level.fill();
                bound = Math.max(bound, level.bound());
                boolean better = best == null || level.adequacy() > best.adequacy();
                best = level.isFeasible() && better ? level : best;
            }
        }
        return best == null ? PlanSolution.infeasible(problem).under(0, bound, 0) : solution(problem, best, bound);
    }

    private static PlanSolution solution(PlanProblem problem, GreedyLevel level, double bound) {
        PlanOption[] chosen = new PlanOption[problem.items().size()];
        Arrays.setAll(chosen, level::option);
        double reached = level.adequacy();
        return PlanSolution.of(
                chosen, problem.reopenAll(), reached, Math.min(1, Math.max(reached, bound)), level.price());
    }
}
