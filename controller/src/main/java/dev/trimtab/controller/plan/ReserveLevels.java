package dev.trimtab.controller.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The reserve levels of a problem (law L4): none, and one for each recovery cost that fits the budget. */
final class ReserveLevels {
    private ReserveLevels() {}

    /**
     * Returns the levels in rising order of their reserve.
     *
     * @param most levels above 0 at most; more distinct recovery costs than that are rounded up in groups
     * @param frontSize labels that a front may hold at each level
     */
    static List<PlanLevel.Rules> of(PlanProblem problem, int most, int frontSize) {
        List<PlanLevel.Rules> levels = new ArrayList<>();
        levels.add(new PlanLevel.Rules(0, 0, problem.budget(), problem.limitLegacy(), problem.reopenAll(), frontSize));
        if (problem.reopenAll()) {
            return levels;
        }
        TreeSet<Integer> distinct = new TreeSet<>();
        for (PlanItem item : problem.items()) {
            for (PlanOption option : item.options()) {
                if (option.recovery() > 0 && option.recovery() <= problem.budget()) {
                    distinct.add(option.recovery());
                }
            }
        }
        List<Integer> recoveries = List.copyOf(distinct);
        int groups = Math.min(most, recoveries.size());
        for (int k = 0; k < groups; k++) {
            int from = recoveries.get((int) ((long) k * recoveries.size() / groups));
            int to = recoveries.get((int) ((long) (k + 1) * recoveries.size() / groups) - 1);
            levels.add(new PlanLevel.Rules(
                    to, to - from, problem.budget(), problem.limitLegacy(), /* reopenAll= */ false, frontSize));
        }
        return levels;
    }
}
