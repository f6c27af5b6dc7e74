package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import org.junit.jupiter.api.Test;

/** A stale context is left behind, a clean one is not. */
final class ResetAwareTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("reset-aware");
    }

    @Test
    void decide_staleContext_startsAnewFromTheMostPromising() {
        Portfolio stale = Compared.portfolio(
                Compared.route("a", "f", 0.8).staleness(40),
                Compared.route("b", "f", 0.7).staleness(40),
                Compared.route("c", "g", 0.6).staleness(40),
                Compared.route("d", "g", 0.1).staleness(40));

        ControlPlan plan = decide(stale, 10);

        assertThat(plan.decision(Decision.Reset.class).orElseThrow().seed()).containsExactly("a", "b", "c");
        assertThat(plan.representations()).containsEntry("d", Representation.EXTINCT);
        assertThat(decide(stale, 2).decision(Decision.Reset.class)).isEmpty();
        assertThat(decide(stale.map(h -> h.toBuilder().staleness(0).build()), 10)
                        .decision(Decision.Reset.class))
                .isEmpty();
    }

    private ControlPlan decide(Portfolio portfolio, int decisionsLeft) {
        return policy().decide(
                        PortfolioState.of(portfolio, decisionsLeft).with(new ResetOption(1)), new TokenBudget(500));
    }
}
