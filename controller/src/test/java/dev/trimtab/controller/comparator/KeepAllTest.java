package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import org.junit.jupiter.api.Test;

/** Nothing leaves but for want of tokens, the oldest first. */
final class KeepAllTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("keep-all");
    }

    @Test
    void decide_tooFewTokens_letsTheOldestGo() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("old", "f", 0.9), Compared.route("mid", "g", 0.1), Compared.route("new", "h", 0.4));

        ControlPlan plan = Compared.decide("keep-all", portfolio, 220);

        assertThat(plan.representations())
                .containsEntry("old", Representation.EXTINCT)
                .containsEntry("mid", Representation.FULL)
                .containsEntry("new", Representation.FULL);
        assertThat(Compared.pursued(plan)).isEqualTo("new");
        assertThat(Compared.decide("keep-all", portfolio, 300).applyTo(portfolio))
                .isEqualTo(portfolio);
    }
}
