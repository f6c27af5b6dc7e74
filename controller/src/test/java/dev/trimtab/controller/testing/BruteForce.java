package dev.trimtab.controller.testing;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.plan.PlanItem;
import dev.trimtab.controller.plan.PlanOption;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.portfolio.Family;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Every choice of options, looked at one by one. */
public final class BruteForce {
    private final PlanProblem problem;
    private final ToDoubleFunction<double[]> adequacy;
    private final int[] familyAt;
    private final double[] miss;
    private double best = -1;

    private BruteForce(PlanProblem problem, List<Family> families, ToDoubleFunction<double[]> adequacy) {
        this.problem = problem;
        this.adequacy = adequacy;
        familyAt = problem.items().stream()
                .mapToInt(item -> families.indexOf(item.family()))
                .toArray();
        miss = new double[families.size()];
        Arrays.fill(miss, 1);
    }

    /** Returns the best adequacy within budget and legacy limit, families independent; -1 if nothing fits. */
    public static double best(PlanProblem problem) {
        List<Family> families = families(problem);
        double[] q = families.stream().mapToDouble(problem.families()::get).toArray();
        return search(problem, families, miss -> {
            double none = 1;
            for (int f = 0; f < q.length; f++) {
                none *= 1 - q[f] * (1 - miss[f]);
            }
            return 1 - none;
        });
    }

    /** Returns the same under any belief. */
    public static double best(PlanProblem problem, AdequacyBelief belief) {
        List<Family> families = families(problem);
        return search(problem, families, miss -> {
            Map<Family, Double> survival = new TreeMap<>();
            for (int f = 0; f < miss.length; f++) {
                survival.put(families.get(f), 1 - miss[f]);
            }
            return belief.adequacy(survival);
        });
    }

    private static List<Family> families(PlanProblem problem) {
        return problem.items().stream().map(PlanItem::family).distinct().toList();
    }

    private static double search(PlanProblem problem, List<Family> families, ToDoubleFunction<double[]> adequacy) {
        BruteForce search = new BruteForce(problem, families, adequacy);
        search.extend(0, 0, 0, 0);
        return search.best;
    }

    private void extend(int at, int tokens, int reserve, double legacy) {
        if (tokens + reserve > problem.budget()) {
            return;
        }
        if (at == familyAt.length) {
            if (!problem.limitLegacy() || legacy <= 1e-9) {
                best = Math.max(best, adequacy.applyAsDouble(miss));
            }
            return;
        }
        double before = miss[familyAt[at]];
        for (PlanOption option : problem.items().get(at).options()) {
            miss[familyAt[at]] = before * (1 - option.survival());
            extend(
                    at + 1,
                    tokens + option.tokens(),
                    problem.reopenAll() ? reserve + option.recovery() : Math.max(reserve, option.recovery()),
                    legacy + option.legacy());
        }
        miss[familyAt[at]] = before;
    }

    /** Returns whether the choice keeps budget and legacy limit, reserve included. */
    public static boolean fits(PlanProblem problem, List<PlanOption> chosen) {
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

    /** Returns the survival of each family under a choice, carriers independent. */
    public static Map<Family, Double> survivals(PlanProblem problem, List<PlanOption> chosen) {
        Map<Family, Double> lost = new HashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            lost.merge(problem.items().get(i).family(), 1 - chosen.get(i).survival(), (a, b) -> a * b);
        }
        lost.replaceAll((family, miss) -> 1 - miss);
        return lost;
    }

    /** Returns the probability that an adequate family survives, families and carriers independent. */
    public static double adequacy(PlanProblem problem, List<PlanOption> chosen) {
        double none = 1;
        for (Map.Entry<Family, Double> entry : survivals(problem, chosen).entrySet()) {
            none *= 1 - problem.families().get(entry.getKey()) * entry.getValue();
        }
        return 1 - none;
    }
}
