package dev.trimtab.bench;

import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.plan.GreedyPlanner;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.plan.PlanSolution;

/** Planning by lazy greedy. */
public class GreedyPlannerBench extends PlannerBench {
    /** One group of reserve levels beside none: what the policy asks for beyond 200 hypotheses. */
    private final GreedyPlanner planner = new GreedyPlanner(1);

    @Override
    PlanSolution solve(PlanProblem problem) {
        return planner.solve(problem, new IndependentBelief(problem.families()));
    }
}
