package dev.trimtab.controller.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityController.Pace;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.EnumSet;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What every policy keeps, whatever the state: inherited by the test of each. */
public abstract class StabilityPolicyContract {
    /** Returns a fresh policy with its default parameters. */
    protected abstract StabilityPolicy policy();

    @Property(tries = 150, seed = "1")
    void decide_overRandomSequences_keepsTheInvariants(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int hypotheses) {
        SplittableRandom random = new SplittableRandom(seed);
        StabilityPolicy policy = policy();
        PortfolioState state = Portfolios.state(random, hypotheses, 5);
        state = random.nextBoolean() ? state : state.withAvailable(EnumSet.allOf(Action.class));
        state = random.nextBoolean() ? state : state.at(Pace.ONE_DECISION);
        for (int step = 0; step < 6; step++) {
            int budget = random.nextInt(1 + state.portfolio().tokens() * 5 / 4);
            ControlPlan plan = policy.decide(state, new TokenBudget(budget));

            PortfolioInvariants.check(state, budget, plan);
            Portfolio next = plan.applyTo(state.portfolio()).aged(1 + random.nextInt(3));
            state = state.at(step + 1, 4 - Math.min(4, step))
                    .with(next.with(Portfolios.hypothesis(random, "new" + step, 6)));
        }
    }

    @Property(tries = 150, seed = "1")
    void decide_withActionsMissing_proposesOnlyWhatIsAvailable(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EnumSet<Action> available = EnumSet.allOf(Action.class);
        available.removeIf(a -> random.nextInt(3) == 0);
        PortfolioState state = Portfolios.state(random, 7, 4).withAvailable(available);
        int budget = available.contains(Action.RETIRE)
                ? random.nextInt(1 + state.portfolio().tokens())
                : state.portfolio().tokens();

        PortfolioInvariants.check(state, budget, policy().decide(state, new TokenBudget(budget)));
    }

    @Property(tries = 50, seed = "1")
    void decide_twice_givesTheSamePlan(@ForAll long seed) {
        PortfolioState state = Portfolios.state(new SplittableRandom(seed), 7, 4);
        TokenBudget budget = new TokenBudget(state.portfolio().tokens() / 2);

        assertThat(policy().decide(state, budget)).isEqualTo(policy().decide(state, budget));
    }

    @Property(tries = 100, seed = "1")
    void decide_underOtherNames_givesTheSamePlanUnderThoseNames(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PortfolioState state = Portfolios.state(random, 7, 4);
        TokenBudget budget =
                new TokenBudget(random.nextInt(1 + state.portfolio().tokens()));
        Renaming renaming = Renaming.reversing(state.portfolio());

        ControlPlan plan = policy().decide(state, budget);
        ControlPlan other = policy().decide(renaming.of(state), budget);

        assertThat(Renaming.told(other, renaming::back)).isEqualTo(Renaming.told(plan, id -> id));
    }

    @Test
    void decide_nothingHeld_givesAPlanWithoutHypotheses() {
        PortfolioState state = PortfolioState.of(Portfolio.EMPTY, 5);

        ControlPlan plan = policy().decide(state, new TokenBudget(100));

        PortfolioInvariants.check(state, 100, plan);
        assertThat(plan.decisions()).isEmpty();
    }

    @Test
    void decide_noBudgetAndNoActionAvailable_stillGivesAPlanWithinTheBudget() {
        PortfolioState state =
                Portfolios.state(new SplittableRandom(3), 6, 3).withAvailable(EnumSet.noneOf(Action.class));

        ControlPlan plan = policy().decide(state, new TokenBudget(0));

        assertThat(plan.decisions()).isEmpty();
        assertThat(plan.applyTo(state.portfolio()).tokens()).isZero();
    }
}
