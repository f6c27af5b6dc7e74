package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import org.junit.jupiter.api.Test;

/** Only what was worked on lately stays. */
final class RecentKTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("recent-k");
    }

    @Test
    void decide_moreThanK_keepsTheOnesWithTheNewestEvidence() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("a", "f", 0.9).staleness(9),
                Compared.route("b", "g", 0.1).staleness(1),
                Compared.route("c", "h", 0.4).staleness(5),
                Compared.route("d", "h", 0.4).staleness(5),
                Compared.route("e", "h", 0.4).staleness(2));

        ControlPlan plan = Compared.decide("recent-k", portfolio, 1000);

        assertThat(plan.representations())
                .containsEntry("a", Representation.EXTINCT)
                .containsEntry("b", Representation.FULL)
                .containsEntry("c", Representation.EXTINCT)
                .containsEntry("d", Representation.FULL)
                .containsEntry("e", Representation.FULL);
    }
}
