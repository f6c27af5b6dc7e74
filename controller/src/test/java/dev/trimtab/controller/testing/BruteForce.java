package dev.trimtab.controller.testing;

import dev.trimtab.controller.plan.PlanItem;
import dev.trimtab.controller.plan.PlanOption;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Representation;
import java.util.HashMap;
import java.util.Map;

/** Every choice of options, looked at one by one. */
public final class BruteForce {
    private final PlanProblem problem;
    private double best = -1;

    private BruteForce(PlanProblem problem) {
        this.problem = problem;
    }

    /** Returns the best adequacy within budget and legacy limit; -1 if nothing fits. */
    public static double best(PlanProblem problem) {
        BruteForce search = new BruteForce(problem);
        search.extend(0, new PlanOption[problem.items().size()]);
        return search.best;
    }

    private void extend(int at, PlanOption[] chosen) {
        if (at == chosen.length) {
            if (fits(problem, chosen)) {
                best = Math.max(best, adequacy(problem, chosen));
            }
            return;
        }
        for (PlanOption option : problem.items().get(at).options()) {
            chosen[at] = option;
            extend(at + 1, chosen);
        }
    }

    /** Returns the options that a plan's representations stand for. */
    public static PlanOption[] options(PlanProblem problem, Map<String, Representation> representations) {
        return problem.items().stream()
                .map(item -> item.options().stream()
                        .filter(o -> o.representation() == representations.get(item.id()))
                        .findFirst()
                        .orElseThrow())
                .toArray(PlanOption[]::new);
    }

    /** Returns whether the choice keeps budget and legacy limit, reserve included. */
    public static boolean fits(PlanProblem problem, PlanOption[] chosen) {
        int tokens = 0;
        int largest = 0;
        int sum = 0;
        double legacy = 0;
        for (PlanOption option : chosen) {
            tokens += option.tokens();
            largest = Math.max(largest, option.recovery());
            sum += option.recovery();
            legacy += option.legacy();
        }
        int reserve = problem.reopenAll() ? sum : largest;
        return tokens + reserve <= problem.budget() && (!problem.limitLegacy() || legacy <= 1e-9);
    }

    /** Returns the probability that an adequate family survives, families and carriers independent. */
    public static double adequacy(PlanProblem problem, PlanOption[] chosen) {
        Map<Family, Double> lost = new HashMap<>();
        for (int i = 0; i < chosen.length; i++) {
            PlanItem item = problem.items().get(i);
            lost.merge(item.family(), 1 - chosen[i].survival(), (a, b) -> a * b);
        }
        double none = 1;
        for (Map.Entry<Family, Double> entry : lost.entrySet()) {
            none *= 1 - problem.families().get(entry.getKey()) * (1 - entry.getValue());
        }
        return 1 - none;
    }
}
