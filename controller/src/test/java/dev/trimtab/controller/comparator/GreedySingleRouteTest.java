package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.ComparatorParameters;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One route, and it is the one that looks best. */
final class GreedySingleRouteTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("greedy-single-route");
    }

    @Test
    void decide_always_holdsTheMostPromisingRouteAlone() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("a", "f", 0.3), Compared.route("b", "g", 0.8), Compared.route("c", "h", 0.4));

        ControlPlan plan = Compared.decide("greedy-single-route", portfolio, 1000);

        assertThat(plan.representations())
                .containsEntry("a", Representation.EXTINCT)
                .containsEntry("b", Representation.FULL)
                .containsEntry("c", Representation.EXTINCT);
        assertThat(plan.decisions().get(0)).isInstanceOf(Decision.Pursue.class);
    }

    @Test
    void decide_learnedPromises_goesByEvidenceAndNotByWhatIsStated() {
        PolicyParameters learned =
                PolicyParameters.DEFAULT.with(new ComparatorParameters(/* learned= */ true, 3, 0.2, 0.5, 1));
        PortfolioState state = PortfolioState.of(
                        Compared.portfolio(Compared.route("lure", "f", 0.9), Compared.route("riser", "g", 0.1)), 6)
                .with(
                        new PromiseSource.Learned(List.of(
                                new Evidence("lure", 0, 0.8, 0, 1),
                                new Evidence("riser", 0, 0.2, 0, 1),
                                new Evidence("lure", 1, 0.8, 0, 1),
                                new Evidence("riser", 1, 0.25, 0, 1))),
                        2);
        StabilityPolicy reading = StabilityPolicies.appraised()
                .create("greedy-single-route", learned)
                .orElseThrow();

        assertThat(Compared.pursued(policy().decide(state, new TokenBudget(500))))
                .isEqualTo("lure");
        assertThat(Compared.pursued(reading.decide(state, new TokenBudget(500))))
                .isEqualTo("riser");
    }

    @Test
    void decide_bestRouteIsArchived_bringsItBackOnceThereIsRoom() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("a", "f", 0.3), Compared.route("b", "g", 0.8).representation(Representation.SHADOW));

        ControlPlan plan = Compared.decide("greedy-single-route", portfolio, 110);

        assertThat(plan.decisions().stream().map(Decision::action))
                .containsExactly(Action.RETIRE, Action.RECOVER, Action.PURSUE);
        assertThat(Compared.pursued(plan)).isEqualTo("b");
    }
}
