package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.Portfolios;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every policy goes by the name under which it is registered, and says the same of what it does however much it says. */
final class StabilityPoliciesTest {
    @Test
    void create_everyName_givesThePolicyOfThatName() {
        StabilityPolicies policies = StabilityPolicies.appraised();

        for (String name : policies.names()) {
            assertThat(policies.create(name, PolicyParameters.DEFAULT)
                            .orElseThrow()
                            .name())
                    .isEqualTo(name);
        }
        assertThat(policies.create("oracle", PolicyParameters.DEFAULT)).isEmpty();
    }

    @Test
    void create_countedOrAppraised_decidesTheSame() {
        PortfolioState state = Portfolios.state(new SplittableRandom(1), 8, 4);
        TokenBudget budget = new TokenBudget(state.portfolio().tokens() / 2);
        for (String name : StabilityPolicies.counted().names()) {
            ControlPlan counted = StabilityPolicies.counted()
                    .create(name, PolicyParameters.DEFAULT)
                    .orElseThrow()
                    .decide(state, budget);
            ControlPlan appraised = StabilityPolicies.appraised()
                    .create(name, PolicyParameters.DEFAULT)
                    .orElseThrow()
                    .decide(state, budget);

            assertThat(counted.decisions()).isEqualTo(appraised.decisions());
            assertThat(counted.representations()).isEqualTo(appraised.representations());
            assertThat(counted.diagnostics().tokens())
                    .isEqualTo(appraised.diagnostics().tokens());
            assertThat(counted.diagnostics().reserve())
                    .isEqualTo(appraised.diagnostics().reserve());
        }
    }
}
