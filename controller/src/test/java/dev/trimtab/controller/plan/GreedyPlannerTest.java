package dev.trimtab.controller.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.belief.ScenarioBelief;
import dev.trimtab.controller.belief.ScenarioBelief.Scenario;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.testing.BruteForce;
import dev.trimtab.controller.testing.PlanProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Law L5: under any belief greedy keeps the budget, and nothing within it beats what greedy says of itself. */
final class GreedyPlannerTest {
    private static final GreedyPlanner GREEDY = new GreedyPlanner(1000);

    @Property(tries = 250, seed = "1")
    void solve_correlatedFamilies_staysFeasibleAndWithinItsBound(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int items,
            @ForAll @IntRange(min = 1, max = 3) int levels) {
        SplittableRandom random = new SplittableRandom(seed);
        PlanProblem problem = PlanProblems.draw(random, items, 4, 60);
        ScenarioBelief belief = belief(random, problem);

        PlanSolution solution = new GreedyPlanner(levels).solve(problem, belief);

        double best = BruteForce.best(problem, belief);
        assertThat(best).isLessThanOrEqualTo(solution.bound() + 1e-9);
        if (solution.feasible()) {
            List<PlanOption> chosen = solution.choice();
            assertThat(BruteForce.fits(problem, chosen)).isTrue();
            assertThat(solution.adequacy())
                    .isCloseTo(belief.adequacy(BruteForce.survivals(problem, chosen)), within(1e-9))
                    .isLessThanOrEqualTo(best + 1e-9);
        }
    }

    @Property(tries = 250, seed = "1")
    void solve_oneRepresentationAnItem_reachesItsGuarantee(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 11) int items) {
        SplittableRandom random = new SplittableRandom(seed);
        PlanProblem drawn = PlanProblems.draw(random, items, 6, 60);
        List<PlanItem> single = drawn.items().stream()
                .map(item -> new PlanItem(
                        item.id(),
                        item.family(),
                        item.options().stream()
                                .filter(o -> o.representation() != Representation.COMPRESSED
                                        && o.representation() != Representation.SHADOW)
                                .toList()))
                .toList();
        PlanProblem problem = new PlanProblem(single, drawn.families(), drawn.budget(), false, false);
        ScenarioBelief belief = belief(random, problem);

        double reached = GREEDY.solve(problem, belief).adequacy();

        assertThat(reached).isGreaterThanOrEqualTo((1 - 1 / Math.E) / 2 * BruteForce.best(problem, belief) - 1e-12);
    }

    @Property(tries = 150, seed = "1")
    void solve_thousandsOfHypotheses_neverExceedsTheBudget(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 2000) int items) {
        PlanProblem problem = PlanProblems.draw(new SplittableRandom(seed), items, 50, 300);

        PlanSolution solution = new GreedyPlanner(4).solve(problem, new IndependentBelief(problem.families()));

        if (solution.feasible()) {
            assertThat(solution.tokens() + solution.reserve()).isLessThanOrEqualTo(problem.budget());
            assertThat(BruteForce.fits(problem, solution.choice())).isTrue();
        }
        assertThat(solution.bound()).isBetween(solution.adequacy(), 1.0);
    }

    @Test
    void solve_oneDearItemWorthMoreThanAllCheapOnes_takesTheDearOne() {
        PlanProblem problem = new PlanProblem(
                List.of(item("cheap", 1, 0.2), item("dear", 100, 1)),
                Map.of(new Family("cheap"), 0.05, new Family("dear"), 0.9),
                100,
                false,
                false);

        PlanSolution solution = GREEDY.solve(problem, new IndependentBelief(problem.families()));

        assertThat(solution.choice())
                .extracting(PlanOption::representation)
                .containsExactly(Representation.EXTINCT, Representation.FULL);
        assertThat(solution.adequacy()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void solve_familiesThatAreOnlyAdequateTogether_holdsOneOfThemAndAnother() {
        Set<Family> twins = Set.of(new Family("a"), new Family("b"));
        ScenarioBelief belief =
                new ScenarioBelief(List.of(new Scenario(twins, 0.6), new Scenario(Set.of(new Family("c")), 0.4)));
        PlanProblem problem = new PlanProblem(
                List.of(item("a", 10, 1), item("b", 10, 1), item("c", 10, 1)),
                Map.of(new Family("a"), 0.6, new Family("b"), 0.6, new Family("c"), 0.4),
                20,
                false,
                false);

        assertThat(GREEDY.solve(problem, belief).adequacy()).isCloseTo(1, within(1e-12));
    }

    private static PlanItem item(String name, int tokens, double survival) {
        return new PlanItem(
                name,
                new Family(name),
                List.of(
                        new PlanOption(Representation.FULL, tokens, survival, 0, 0),
                        new PlanOption(Representation.EXTINCT, 0, 0, 0, 0)));
    }

    private static ScenarioBelief belief(SplittableRandom random, PlanProblem problem) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < 5; s++) {
            Set<Family> adequate = new HashSet<>();
            for (Family family : problem.families().keySet()) {
                if (random.nextInt(3) == 0) {
                    adequate.add(family);
                }
            }
            scenarios.add(new Scenario(adequate, 0.1 + random.nextDouble()));
        }
        return new ScenarioBelief(scenarios);
    }
}
