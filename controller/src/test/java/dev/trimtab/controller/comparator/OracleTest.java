package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.PortfolioInvariants;
import dev.trimtab.controller.testing.Portfolios;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whoever knows the adequate set holds it and works on it, and nobody else is told. */
final class OracleTest {
    private final Oracle oracle = new Oracle(Set.of(new Family("good")), PolicyParameters.DEFAULT);

    @Test
    void decide_roomForOne_keepsAndPursuesTheAdequateRouteHoweverLittleItPromises() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("lure", "bad", 0.9).cost(100, 95, 2, 100),
                Compared.route("buried", "good", 0.05).cost(100, 95, 2, 100));

        ControlPlan plan = oracle.decide(PortfolioState.of(portfolio, 6), new TokenBudget(110));

        assertThat(plan.representations()).containsEntry("buried", Representation.FULL);
        assertThat(Compared.pursued(plan)).isEqualTo("buried");
        assertThat(Compared.pursued(Compared.decide("portfolio", portfolio, 110)))
                .isEqualTo("lure");
    }

    @Test
    void decide_noAdequateRouteIsOpen_opensOne() {
        PortfolioState state = PortfolioState.of(Compared.portfolio(Compared.route("lure", "bad", 0.9)), 6)
                .withBranches(List.of(
                        new BranchOption("worse", new Family("bad"), 0.9, 100, 5),
                        new BranchOption("better", new Family("good"), 0.1, 100, 5)));

        assertThat(oracle.decide(state, new TokenBudget(500))
                        .decision(Decision.Branch.class)
                        .orElseThrow()
                        .option()
                        .id())
                .isEqualTo("better");
    }

    @Property(tries = 150, seed = "1")
    void decide_anyState_keepsTheInvariants(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PortfolioState state = Portfolios.state(random, 1 + random.nextInt(12), 4);
        Oracle knowing = new Oracle(Set.of(new Family("f0"), new Family("f2")), PolicyParameters.DEFAULT);
        int budget = random.nextInt(1 + state.portfolio().tokens());

        PortfolioInvariants.check(state, budget, knowing.decide(state, new TokenBudget(budget)));
    }

    @Test
    void oracle_withoutAnAdequateSet_isRefused() {
        assertThatThrownBy(() -> new Oracle(Set.of(), PolicyParameters.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }
}
