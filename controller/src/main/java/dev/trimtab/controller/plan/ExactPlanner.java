package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Ranges;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plans representations exactly under independence: for each reserve level one multiple-choice knapsack over family
 * fronts (laws L4 and L5). Fronts that outgrow their size are thinned, and reserve levels beyond their number are rounded
 * up; what either may cost stands in the solution's bound.
 *
 * @param frontSize labels that a front may hold, at least 2
 * @param reserveLevels levels above 0 that are tried, at least 1
 */
public record ExactPlanner(int frontSize, int reserveLevels) {
    /** Checks the ranges. */
    public ExactPlanner {
        Ranges.positive("reserveLevels", reserveLevels);
        Ranges.positive("frontSize - 1", frontSize - 1);
    }

    /** Returns a choice within the budget that no other one beats by more than its bound says. */
    public PlanSolution solve(PlanProblem problem) {
        if (problem.limitLegacy()) {
            PlanSolution free = solveAs(problem.unlimited());
            if (free.feasible() && Relaxation.withinLegacy(free.legacy())) {
                return free;
            }
        }
        return solveAs(problem);
    }

    private PlanSolution solveAs(PlanProblem problem) {
        Front.Candidates scratch = new Front.Candidates(64 * frontSize);
        List<PlanLevel> levels = levels(problem, reserveLevels, scratch);
        PlanLevel best = levels.get(0);
        for (PlanLevel level : levels) {
            best = level.nats() > best.nats() ? level : best;
        }
        levels.sort((a, b) -> Double.compare(b.bound, a.bound));
        for (PlanLevel level : levels) {
            if (level.bound > best.nats()) {
                level.solve(best.nats(), scratch);
                best = level.nats() > best.nats() ? level : best;
            }
        }
        if (!best.isFeasible()) {
            return cheapest(problem);
        }
        double bound = best.nats();
        for (PlanLevel level : levels) {
            bound = Math.max(bound, level.looseBound());
        }
        return solution(problem, best, bound);
    }

    /**
     * Returns the staircase of best adequacy up to the problem's budget, in rising order of tokens, from one pass over
     * every reserve level.
     */
    public List<FrontierPoint> frontier(PlanProblem problem) {
        Front.Candidates scratch = new Front.Candidates(64 * frontSize);
        TreeMap<Integer, double[]> reached = new TreeMap<>();
        double loss = 0;
        for (PlanLevel level : levels(problem, Integer.MAX_VALUE, scratch)) {
            if (level.bound == Double.NEGATIVE_INFINITY) {
                continue;
            }
            List<Front> stages = level.combine(Double.NEGATIVE_INFINITY, scratch);
            Front last = stages.get(stages.size() - 1);
            loss = Math.max(loss, level.loss(last));
            for (int label = 0; label < last.size; label++) {
                if (Relaxation.withinLegacy(last.legacy[label])) {
                    reached.merge(
                            last.tokens[label] + level.rules.reserve(),
                            new double[] {last.value[label]},
                            (a, b) -> a[0] >= b[0] ? a : b);
                }
            }
        }
        List<FrontierPoint> points = new ArrayList<>();
        double highest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Integer, double[]> entry : reached.entrySet()) {
            double nats = entry.getValue()[0];
            if (nats > highest) {
                highest = nats;
                points.add(new FrontierPoint(entry.getKey(), adequacy(nats), adequacy(nats + loss)));
            }
        }
        return points;
    }

    /**
     * Returns a lower bound on the tokens, reserve included, of any choice that reaches so many coverage nats; infinite if
     * none does. The problem's budget and legacy limit are not read.
     */
    public double tokensNeeded(PlanProblem problem, double nats) {
        long all = 0;
        for (PlanItem item : problem.items()) {
            for (PlanOption option : item.options()) {
                all += option.tokens() + option.recovery();
            }
        }
        PlanProblem free = new PlanProblem(
                problem.items(),
                problem.families(),
                (int) Math.min(Integer.MAX_VALUE / 2, all),
                /* limitLegacy= */ false,
                problem.reopenAll());
        return LeastTokens.bound(levels(free, reserveLevels, new Front.Candidates(64 * frontSize)), nats);
    }

    private List<PlanLevel> levels(PlanProblem problem, int most, Front.Candidates scratch) {
        Map<Family, List<PlanItem>> byFamily = new TreeMap<>();
        for (PlanItem item : problem.items()) {
            byFamily.computeIfAbsent(item.family(), f -> new ArrayList<>()).add(item);
        }
        List<Family> names = List.copyOf(byFamily.keySet());
        List<PlanLevel> levels = new ArrayList<>();
        List<FamilyFront> previous = List.of();
        for (PlanLevel.Rules rules : ReserveLevels.of(problem, most, frontSize)) {
            List<FamilyFront> fronts = new ArrayList<>(names.size());
            int below =
                    levels.isEmpty() ? 0 : levels.get(levels.size() - 1).rules.reserve();
            for (int f = 0; f < names.size(); f++) {
                List<PlanItem> items = byFamily.getOrDefault(names.get(f), List.of());
                boolean same = !previous.isEmpty() && !offersMore(items, below, rules.reserve());
                fronts.add(
                        same
                                ? previous.get(f)
                                : new FamilyFront(
                                        items, problem.families().getOrDefault(names.get(f), 0.0), rules, scratch));
            }
            levels.add(new PlanLevel(rules, fronts));
            previous = fronts;
        }
        return levels;
    }

    private static boolean offersMore(List<PlanItem> items, int below, int reserve) {
        for (PlanItem item : items) {
            for (PlanOption option : item.options()) {
                if (option.recovery() > below && option.recovery() <= reserve) {
                    return true;
                }
            }
        }
        return false;
    }

    private static PlanSolution solution(PlanProblem problem, PlanLevel level, double bound) {
        Map<String, Representation> chosen = new LinkedHashMap<>();
        problem.items().forEach(item -> chosen.put(item.id(), Representation.EXTINCT));
        int tokens = 0;
        int reserve = 0;
        double legacy = 0;
        for (int f = 0; f < level.families.size(); f++) {
            FamilyFront family = level.families.get(f);
            List<PlanOption> options = family.options(level.points()[f]);
            for (int i = 0; i < options.size(); i++) {
                PlanOption option = options.get(i);
                chosen.put(family.items().get(i).id(), option.representation());
                tokens += option.tokens();
                legacy += option.legacy();
                reserve = problem.reopenAll() ? reserve + option.recovery() : Math.max(reserve, option.recovery());
            }
        }
        double reached = adequacy(level.nats());
        return new PlanSolution(
                true,
                chosen,
                tokens,
                reserve,
                legacy,
                reached,
                Math.max(reached, adequacy(bound)),
                level.relaxation.price * (1 - reached));
    }

    static PlanSolution cheapest(PlanProblem problem) {
        Map<String, Representation> chosen = new LinkedHashMap<>();
        int tokens = 0;
        double legacy = 0;
        for (PlanItem item : problem.items()) {
            PlanOption least = item.options().get(0);
            for (PlanOption option : item.options()) {
                least = option.tokens() < least.tokens() ? option : least;
            }
            chosen.put(item.id(), least.representation());
            tokens += least.tokens();
            legacy += least.legacy();
        }
        return new PlanSolution(false, chosen, tokens, 0, legacy, 0, 0, 0);
    }

    private static double adequacy(double nats) {
        return -Math.expm1(-nats);
    }
}
