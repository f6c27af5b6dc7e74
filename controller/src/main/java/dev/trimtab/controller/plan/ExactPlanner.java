package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.List;

/**
 * Plans representations exactly under independence: for each reserve level one multiple-choice knapsack over family
 * fronts (laws L4 and L5). Fronts that outgrow their size are thinned, and reserve levels beyond their number are taken
 * together; what either may cost stands in the solution's bound.
 *
 * @param frontSize choices that a front may hold, at least 2
 * @param reserveLevels how many ranges of reserve levels are looked at, at least 1
 */
public record ExactPlanner(int frontSize, int reserveLevels) {
    /** Checks the ranges. */
    public ExactPlanner {
        Ranges.positive("reserveLevels", reserveLevels);
        Ranges.positive("frontSize - 1", frontSize - 1);
    }

    /** Returns the search over the problem's items, for several budgets and limits. */
    public ExactSearch search(PlanProblem problem) {
        return new ExactSearch(problem, frontSize, reserveLevels);
    }

    /** Returns a choice within the budget that no other one beats by more than its bound says. */
    public PlanSolution solve(PlanProblem problem) {
        return search(problem).solve(problem.budget(), problem.limitLegacy());
    }

    /**
     * Returns the staircase of best adequacy up to the problem's budget, in rising order of tokens, from one pass over
     * every reserve level.
     */
    public List<FrontierPoint> frontier(PlanProblem problem) {
        return search(problem).frontier(problem.budget(), problem.limitLegacy());
    }
}
