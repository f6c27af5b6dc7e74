package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import org.junit.jupiter.api.Test;

/** Room to reopen an archived route is never spent. */
final class ReserveAwareTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("reserve-aware");
    }

    @Test
    void decide_tooFewTokens_archivesAndKeepsRoomToReopen() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("a", "f", 0.3).cost(100, 90, 2, 40),
                Compared.route("b", "g", 0.8).cost(100, 90, 2, 40),
                Compared.route("c", "h", 0.4).cost(100, 90, 2, 40));

        ControlPlan plan = Compared.decide("reserve-aware", portfolio, 240);

        assertThat(plan.representations())
                .containsEntry("a", Representation.SHADOW)
                .containsEntry("b", Representation.COMPRESSED)
                .containsEntry("c", Representation.COMPRESSED);
        assertThat(plan.diagnostics().reserve()).isEqualTo(40);
    }
}
