package dev.trimtab.controller.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.testing.BruteForce;
import dev.trimtab.controller.testing.PlanProblems;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Laws L4 and L5: with fronts that are not thinned the planner finds the best choice; thinned, it knows its gap. */
final class ExactPlannerTest {
    private static final ExactPlanner EXACT = new ExactPlanner(100_000, 1000);

    @Property(tries = 250, seed = "1")
    void solve_unthinned_equalsBruteForce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int items) {
        PlanProblem problem = PlanProblems.draw(new SplittableRandom(seed), items, 4, 60);

        PlanSolution solution = EXACT.solve(problem);

        List<PlanOption> chosen = solution.choice();
        assertThat(BruteForce.fits(problem, chosen)).isTrue();
        assertThat(solution.adequacy()).isCloseTo(BruteForce.adequacy(problem, chosen), within(1e-9));
        assertThat(solution.adequacy()).isCloseTo(BruteForce.best(problem), within(1e-9));
        assertThat(solution.bound()).isCloseTo(solution.adequacy(), within(1e-9));
    }

    @Property(tries = 25, seed = "1")
    void solve_eightHypotheses_equalsBruteForce(@ForAll long seed) {
        PlanProblem problem = PlanProblems.draw(new SplittableRandom(seed), 8, 5, 200);

        assertThat(EXACT.solve(problem).adequacy()).isCloseTo(BruteForce.best(problem), within(1e-9));
    }

    @Property(tries = 6, seed = "1")
    void solve_twelveHypotheses_equalsBruteForceUnderBothReserveRules(@ForAll long seed) {
        PlanProblem drawn = PlanProblems.draw(new SplittableRandom(seed), 12, 6, 200);
        PlanProblem one = new PlanProblem(drawn.items(), drawn.families(), drawn.budget(), false, false);
        PlanProblem all = new PlanProblem(drawn.items(), drawn.families(), drawn.budget(), false, true);

        assertThat(EXACT.solve(one).adequacy()).isCloseTo(BruteForce.best(one), within(1e-9));
        assertThat(EXACT.solve(all).adequacy()).isCloseTo(BruteForce.best(all), within(1e-9));
    }

    @Property(tries = 200, seed = "1")
    void solve_thinned_staysFeasibleAndWithinItsBound(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int front,
            @ForAll @IntRange(min = 1, max = 3) int levels) {
        PlanProblem problem = PlanProblems.draw(new SplittableRandom(seed), 6, 3, 60);

        PlanSolution solution = new ExactPlanner(front, levels).solve(problem);

        double best = BruteForce.best(problem);
        List<PlanOption> chosen = solution.choice();
        assertThat(BruteForce.fits(problem, chosen)).isTrue();
        assertThat(solution.adequacy()).isCloseTo(BruteForce.adequacy(problem, chosen), within(1e-9));
        assertThat(best).isBetween(solution.adequacy() - 1e-9, solution.bound() + 1e-9);
    }

    @Property(tries = 60, seed = "1")
    void frontier_atEveryStep_isTheBestOfItsTokens(@ForAll long seed) {
        PlanProblem problem = PlanProblems.draw(new SplittableRandom(seed), 5, 3, 40);

        List<FrontierPoint> frontier = EXACT.frontier(problem);

        for (FrontierPoint point : frontier) {
            assertThat(point.adequacy()).isCloseTo(BruteForce.best(problem.within(point.tokens())), within(1e-9));
            if (point.tokens() > 0) {
                assertThat(BruteForce.best(problem.within(point.tokens() - 1))).isLessThan(point.adequacy());
            }
        }
        assertThat(frontier.get(frontier.size() - 1).adequacy()).isCloseTo(BruteForce.best(problem), within(1e-9));
    }

    @Property(tries = 100, seed = "1")
    void solve_moreBudget_neverLosesAdequacy(@ForAll long seed, @ForAll @IntRange(max = 40) int more) {
        PlanProblem problem = PlanProblems.draw(new SplittableRandom(seed), 9, 4, 100);

        double now = EXACT.solve(problem).adequacy();

        assertThat(EXACT.solve(problem.within(problem.budget() + more)).adequacy())
                .isGreaterThanOrEqualTo(now - 1e-9);
    }

    @Property(tries = 200, seed = "1")
    void ceiling_withinFewerTokens_isExceededByNoChoice(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int fewer,
            @ForAll @IntRange(min = 2, max = 12) int front,
            @ForAll @IntRange(min = 1, max = 3) int levels) {
        PlanProblem drawn = PlanProblems.draw(new SplittableRandom(seed), 6, 3, 60);
        ExactSearch search = new ExactPlanner(front, levels).search(drawn);
        search.solve(drawn.budget(), /* limitLegacy= */ false);
        int budget = Math.max(0, drawn.budget() - fewer);

        double best = BruteForce.best(drawn.within(budget, /* limit= */ false));
        assertThat(search.ceiling(budget)).isBetween(best - 1e-9, 1.0);
    }

    @Test
    void ceiling_ofTwoRoutesWithRoomForHalfOfOne_isWhatTheirPriceSays() {
        PlanOption full = new PlanOption(Representation.FULL, 10, 1, 0, 0);
        PlanOption gone = new PlanOption(Representation.EXTINCT, 0, 0, 0, 0);
        List<PlanItem> items = List.of(
                new PlanItem("a", new Family("a"), List.of(full, gone)),
                new PlanItem("b", new Family("b"), List.of(full, gone)));
        Map<Family, Double> families = Map.of(new Family("a"), 0.5, new Family("b"), 0.5);
        ExactSearch search = EXACT.search(new PlanProblem(items, families, 10, false, false));

        double beforeAnySearch = search.ceiling(5);
        search.solve(10, /* limitLegacy= */ false);

        assertThat(beforeAnySearch).isEqualTo(1);
        assertThat(search.ceiling(5)).isCloseTo(1 - Math.sqrt(0.5), within(1e-9));
        assertThat(search.ceiling(11)).isEqualTo(1);
    }
}
