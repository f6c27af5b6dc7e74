package dev.trimtab.bench;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.plan.ExactPlanner;
import dev.trimtab.controller.plan.GreedyPlanner;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.plan.PlanSolution;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The two planners within 128 000 tokens that bind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlannerBench {
    private static final int DRAWS = 16;
    private static final int BUDGET = 128_000;

    /** Kind of problem. */
    @Param
    public Problems problems = Problems.RANDOM;

    /** Items a problem. */
    @Param({"25", "50", "100", "200"})
    public int items;

    private final ExactPlanner exact = new ExactPlanner(48, 8);
    /** One group of reserve levels beside none: what the policy asks for beyond 200 hypotheses. */
    private final GreedyPlanner greedy = new GreedyPlanner(1);

    private final PlanProblem[] drawn = new PlanProblem[DRAWS];
    private final AdequacyBelief[] beliefs = new AdequacyBelief[DRAWS];
    private int next;

    /** Draws the problems; the same ones in every fork. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = problems.draw(random, items, BUDGET);
            beliefs[i] = new IndependentBelief(drawn[i].families());
        }
        double gap = 0;
        for (PlanProblem problem : drawn) {
            PlanSolution solution = exact.solve(problem);
            gap = Math.max(gap, solution.bound() - solution.adequacy());
        }
        System.out.printf("largest gap of the exact planner: %.2e%n", gap);
    }

    /** Plans the next of the problems exactly, but for what its bound says. */
    @Benchmark
    public PlanSolution exact() {
        return exact.solve(drawn[next++ % DRAWS]);
    }

    /** Plans the next of the problems by lazy greedy. */
    @Benchmark
    public PlanSolution greedy() {
        int i = next++ % DRAWS;
        return greedy.solve(drawn[i], beliefs[i]);
    }
}
