package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The planning of one set of items under any number of budgets and limits (laws L4 and L5); what they share is worked out
 * once. The problem's own budget and limit are not read. Not thread-safe.
 */
public final class ExactSearch {
    private final PlanProblem problem;
    private final int mostRanges;
    private final List<Carriers> families = new ArrayList<>();
    /** Tokens set aside at each level, rising from none. */
    private final int[] reserves;

    final int frontSize;
    final Candidates scratch = new Candidates();

    /** The last answer without a legacy limit: where it keeps the limit, it is the answer with one. */
    private @Nullable PlanSolution free;

    private @Nullable RangeSearch freeSearch;
    private int freeBudget = -1;

    ExactSearch(PlanProblem problem, int frontSize, int mostRanges) {
        this.problem = problem;
        this.frontSize = frontSize;
        this.mostRanges = mostRanges;
        Map<Family, List<Integer>> byFamily = new LinkedHashMap<>();
        for (int i = 0; i < problem.items().size(); i++) {
            byFamily.computeIfAbsent(problem.items().get(i).family(), f -> new ArrayList<>())
                    .add(i);
        }
        byFamily.forEach((family, places) ->
                families.add(new Carriers(problem, places, problem.families().getOrDefault(family, 0.0), frontSize)));
        int[] recoveries = problem.reopenAll() ? new int[0] : ReserveLevels.recoveries(problem.items());
        reserves = new int[recoveries.length + 1];
        System.arraycopy(recoveries, 0, reserves, 1, recoveries.length);
    }

    /** Returns what is planned. */
    public PlanProblem problem() {
        return problem;
    }

    /**
     * Returns a choice within a budget that no other one beats by more than its bound says.
     *
     * @param budget tokens that representations and reserve may take together, at least 0
     * @param limitLegacy whether the options' legacy must not add up to more than 0
     */
    public PlanSolution solve(int budget, boolean limitLegacy) {
        if (free == null || freeBudget != budget) {
            freeSearch = new RangeSearch(this, budget, /* limitLegacy= */ false);
            free = freeSearch.run(mostRanges, /* ceiling= */ 1);
            freeBudget = budget;
        }
        if (!limitLegacy || (free.feasible() && Relaxation.withinLegacy(free.legacy()))) {
            return free;
        }
        return new RangeSearch(this, budget, /* limitLegacy= */ true).run(mostRanges, free.bound());
    }

    /**
     * Returns adequacy in [0,1] that no choice within a budget exceeds, without searching: by what the last search showed, if it was for no less.
     *
     * @param budget tokens that representations and reserve may take together, at least 0
     */
    public double ceiling(int budget) {
        return freeSearch == null || budget > freeBudget ? 1 : freeSearch.ceiling(freeBudget - budget);
    }

    /**
     * Returns the staircase of best adequacy up to a budget, in rising order of tokens, from one pass over every reserve
     * level.
     *
     * @param budget tokens that representations and reserve may take together, at least 0
     * @param limitLegacy whether the options' legacy must not add up to more than 0
     */
    public List<FrontierPoint> frontier(int budget, boolean limitLegacy) {
        Frontier frontier = new Frontier();
        for (int level = levelsWithin(budget) - 1; level >= 0; level--) {
            frontier.add(range(level, level, budget, limitLegacy), reserves[level], frontSize, scratch);
        }
        return frontier.points();
    }

    /**
     * Returns a lower bound on the tokens, reserve included, of any choice that reaches so many coverage nats; infinite if
     * none does.
     */
    public double tokensNeeded(double nats) {
        record Needed(ReserveRange range, double tokens) {}
        List<Needed> open = new ArrayList<>();
        ReserveRange all = range(0, reserves.length - 1, Integer.MAX_VALUE, /* limitLegacy= */ false);
        open.add(new Needed(all, all.relaxation.tokensNeeded(nats)));
        for (int ranges = 1; ; ranges++) {
            Needed least = Collections.min(open, Comparator.comparingDouble(Needed::tokens));
            if (least.range().isSingle() || ranges >= mostRanges) {
                return least.tokens();
            }
            open.remove(least);
            for (ReserveRange half : halves(least.range(), Integer.MAX_VALUE, /* limitLegacy= */ false)) {
                open.add(new Needed(half, reserves[half.low] + half.relaxation.tokensNeeded(nats)));
            }
        }
    }

    /** Returns the level without reserve. */
    ReserveRange withoutReserve(int budget, boolean limitLegacy) {
        return range(0, 0, budget, limitLegacy);
    }

    /** Returns all levels with a reserve that fits the budget as one range; null if there are none. */
    @Nullable ReserveRange withReserve(int budget, boolean limitLegacy) {
        int levels = levelsWithin(budget);
        return levels == 1 ? null : range(1, levels - 1, budget, limitLegacy);
    }

    /** Returns the two halves of a range of more than one level. */
    List<ReserveRange> halves(ReserveRange range, int budget, boolean limitLegacy) {
        int middle = (range.low + range.high) >>> 1;
        return List.of(
                range(range.low, middle, budget, limitLegacy), range(middle + 1, range.high, budget, limitLegacy));
    }

    private ReserveRange range(int low, int high, int budget, boolean limitLegacy) {
        FamilyFront[] fronts = new FamilyFront[families.size()];
        for (int f = 0; f < fronts.length; f++) {
            fronts[f] = families.get(f).front(reserves[high], limitLegacy, scratch);
        }
        return new ReserveRange(low, high, fronts, budget - reserves[low], budget - reserves[high]);
    }

    private int levelsWithin(int budget) {
        int found = Arrays.binarySearch(reserves, budget);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the answer that a point of each family stands for. */
    PlanSolution solution(FamilyFront[] fronts, int[] points, double adequacy, double bound, double price) {
        PlanOption[] chosen = new PlanOption[problem.items().size()];
        for (int f = 0; f < points.length; f++) {
            PlanOption[] options = fronts[f].options(points[f]);
            List<Integer> places = families.get(f).places;
            for (int c = 0; c < options.length; c++) {
                chosen[places.get(c)] = options[c];
            }
        }
        return PlanSolution.of(chosen, problem.reopenAll(), adequacy, bound, price);
    }

    PlanSolution infeasible() {
        return PlanSolution.infeasible(problem);
    }

    static double adequacy(double nats) {
        return -Math.expm1(-nats);
    }
}
