package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Summaries before losses, the least promising first. */
final class GreedySummarizeTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("greedy-summarize");
    }

    @Test
    void decide_tooFewTokens_compressesTheLeastPromisingThenLetsItGo() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("a", "f", 0.3), Compared.route("b", "g", 0.8), Compared.route("c", "h", 0.4));

        assertThat(Compared.decide("greedy-summarize", portfolio, 230).representations())
                .containsEntry("a", Representation.COMPRESSED)
                .containsEntry("b", Representation.FULL)
                .containsEntry("c", Representation.FULL);
        assertThat(Compared.decide("greedy-summarize", portfolio, 50).representations())
                .containsEntry("a", Representation.EXTINCT)
                .containsEntry("b", Representation.COMPRESSED)
                .containsEntry("c", Representation.COMPRESSED);
    }

    @Test
    void decide_unopenedRoutePromisesMore_opensIt() {
        PortfolioState state = PortfolioState.of(Compared.portfolio(Compared.route("a", "f", 0.3)), 6)
                .withBranches(List.of(
                        new BranchOption("less", null, 0.4, 100, 5), new BranchOption("more", null, 0.5, 100, 5)));

        assertThat(policy().decide(state, new TokenBudget(500))
                        .decision(Decision.Branch.class)
                        .orElseThrow()
                        .option()
                        .id())
                .isEqualTo("more");
        assertThat(policy().decide(state, new TokenBudget(150)).decision(Decision.Branch.class))
                .isEmpty();
    }
}
