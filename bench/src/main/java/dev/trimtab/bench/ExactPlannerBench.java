package dev.trimtab.bench;

import dev.trimtab.controller.plan.ExactPlanner;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.plan.PlanSolution;

/** Planning exactly, but for what the bound says. */
public class ExactPlannerBench extends PlannerBench {
    private final ExactPlanner planner = new ExactPlanner(48, 8);

    @Override
    PlanSolution solve(PlanProblem problem) {
        return planner.solve(problem);
    }
}
