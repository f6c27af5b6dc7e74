package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.ComparatorParameters;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.policy.StabilityController.Pace;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.policy.WorkDemand;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** As many changes as the portfolio policy makes, on whatever the draw says. */
final class RandomMatchedTest extends StabilityPolicyContract {
    private final Portfolio portfolio = Compared.portfolio(
            Compared.route("a", "f", 0.8),
            Compared.route("b", "g", 0.6),
            Compared.route("c", "h", 0.5),
            Compared.route("d", "i", 0.4));

    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("random-matched");
    }

    @Test
    void decide_overSeeds_compressesAsManyAsThePortfolioPolicyButOthers() {
        PortfolioState state = PortfolioState.of(portfolio, 6);
        long matched = compressed(Compared.policy("portfolio").decide(state, new TokenBudget(250)));
        Set<Object> plans = new HashSet<>();
        Set<String> pursued = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            PolicyParameters parameters =
                    PolicyParameters.DEFAULT.with(new ComparatorParameters(/* learned= */ false, 3, 0.2, 0.5, seed));
            ControlPlan plan = StabilityPolicies.appraised()
                    .create("random-matched", parameters)
                    .orElseThrow()
                    .decide(state, new TokenBudget(250));
            assertThat(compressed(plan)).isEqualTo(matched);
            plans.add(plan.representations());
            pursued.add(Compared.pursued(plan));
        }

        assertThat(matched).isPositive();
        assertThat(plans).hasSizeGreaterThan(3);
        assertThat(pursued).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    /** All fits until the next step has added to it, or nothing does: the portfolio policy resets only in the latter. */
    @Test
    void decide_whereThePortfolioPolicyKeepsRoomForTheNextStep_resetsOnlyIfItDoes() {
        PortfolioState state = PortfolioState.of(portfolio, 6)
                .at(Pace.ONE_DECISION)
                .with(new ResetOption(1))
                .with(WorkDemand.of(0, Map.of()));

        assertThat(resets("portfolio", state, new TokenBudget(200, 200))).isFalse();
        assertThat(resets("random-matched", state, new TokenBudget(200, 200))).isFalse();
        assertThat(resets("portfolio", state, new TokenBudget(200))).isTrue();
        assertThat(resets("random-matched", state, new TokenBudget(200))).isTrue();
    }

    private static boolean resets(String policy, PortfolioState state, TokenBudget budget) {
        return Compared.policy(policy)
                .decide(state, budget)
                .decision(Decision.Reset.class)
                .isPresent();
    }

    private static long compressed(ControlPlan plan) {
        return plan.decisions().stream()
                .filter(Decision.Compress.class::isInstance)
                .count();
    }
}
