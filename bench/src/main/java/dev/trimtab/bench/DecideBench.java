package dev.trimtab.bench;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.TokenBudget;
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

/** One decision of the portfolio policy with its default parameters, the budget binding. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBench {
    private static final int DRAWS = 64;

    /** Kind of state. */
    @Param
    public States states = States.RANDOM;

    /** Hypotheses a state. */
    @Param({"8", "24", "100", "400"})
    public int hypotheses;

    private final PortfolioPolicy policy = PortfolioPolicy.withDefaults();
    private final PortfolioState[] drawn = new PortfolioState[DRAWS];
    private final TokenBudget[] budgets = new TokenBudget[DRAWS];
    private int next;

    /** Draws the states; the same ones in every fork. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = states.draw(random, hypotheses);
            budgets[i] = new TokenBudget(States.budget(drawn[i]));
        }
    }

    /** Decides on the next of the states. */
    @Benchmark
    public ControlPlan decide() {
        int i = next++ % DRAWS;
        return policy.decide(drawn[i], budgets[i]);
    }
}
