package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.PortfolioInvariants;
import dev.trimtab.controller.testing.Portfolios;
import java.util.EnumSet;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the state, a plan exists, keeps its budget, and means what it says. */
final class PortfolioPolicyInvariantsTest {
    private final PortfolioPolicy policy = PortfolioPolicy.withDefaults();

    @Property(tries = 300)
    void decide_overRandomSequences_keepsTheInvariants(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int hypotheses) {
        SplittableRandom random = new SplittableRandom(seed);
        PortfolioState state = Portfolios.state(random, hypotheses, 5);
        for (int step = 0; step < 6; step++) {
            int budget = random.nextInt(1 + state.portfolio().tokens() * 5 / 4);
            ControlPlan plan = policy.decide(state, new TokenBudget(budget));

            PortfolioInvariants.check(state, budget, plan);
            Portfolio next = plan.applyTo(state.portfolio()).aged(1 + random.nextInt(3));
            state = state.with(next.with(Portfolios.hypothesis(random, "new" + step, 6)));
        }
    }

    @Property(tries = 300)
    void decide_withActionsMissing_proposesOnlyWhatIsAvailable(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EnumSet<Action> available = EnumSet.allOf(Action.class);
        available.removeIf(a -> random.nextInt(3) == 0);
        PortfolioState state = Portfolios.state(random, 8, 4).withAvailable(available);
        int budget = available.contains(Action.RETIRE)
                ? random.nextInt(1 + state.portfolio().tokens())
                : state.portfolio().tokens();

        PortfolioInvariants.check(state, budget, policy.decide(state, new TokenBudget(budget)));
    }

    @Property(tries = 100)
    void decide_twice_givesTheSamePlan(@ForAll long seed) {
        PortfolioState state = Portfolios.state(new SplittableRandom(seed), 12, 4);
        TokenBudget budget = new TokenBudget(state.portfolio().tokens() / 2);

        assertThat(policy.decide(state, budget))
                .isEqualTo(PortfolioPolicy.withDefaults().decide(state, budget));
    }
}
