package dev.trimtab.bench;

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

/** A planner within 128,000 tokens that bind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public abstract class PlannerBench {
    private static final int DRAWS = 16;
    private static final int BUDGET = 128_000;

    /** Kind of problem. */
    @Param
    public Problems problems = Problems.RANDOM;

    /** Items a problem. */
    @Param({"25", "50", "100", "200"})
    public int items;

    private final PlanProblem[] drawn = new PlanProblem[DRAWS];
    private int next;

    /** Returns the planner's answer to a problem. */
    abstract PlanSolution solve(PlanProblem problem);

    /** Draws the problems, the same ones in every fork, and prints how far from its bound the planner ends at most. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(7);
        double gap = 0;
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = problems.draw(random, items, BUDGET);
            PlanSolution solution = solve(drawn[i]);
            gap = Math.max(gap, solution.bound() - solution.adequacy());
        }
        System.out.printf("largest gap: %.2e%n", gap);
    }

    /** Plans the next of the problems. */
    @Benchmark
    public PlanSolution plan() {
        return solve(drawn[next++ % DRAWS]);
    }
}
