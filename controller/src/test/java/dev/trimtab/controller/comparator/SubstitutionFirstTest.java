package dev.trimtab.controller.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import org.junit.jupiter.api.Test;

/** A family is not lost while a cheaper carrier of another would do. */
final class SubstitutionFirstTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return Compared.policy("substitution-first");
    }

    @Test
    void decide_cheaperCarrierInTheArchive_takesThePlaceOfTheDearOne() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("dear", "f", 0.3).cost(300, 290, 2, 300),
                Compared.route("cheap", "f", 0.4).representation(Representation.SHADOW),
                Compared.route("other", "g", 0.2));

        ControlPlan plan = Compared.decide("substitution-first", portfolio, 210);

        assertThat(plan.decisions().get(0)).isInstanceOf(Decision.Substitute.class);
        assertThat(plan.representations())
                .containsEntry("dear", Representation.SHADOW)
                .containsEntry("cheap", Representation.FULL)
                .containsEntry("other", Representation.FULL);
    }

    @Test
    void decide_familyWithTwoCarriers_archivesOneOfThemAndNotTheOnlyOneOfAnother() {
        Portfolio portfolio = Compared.portfolio(
                Compared.route("a", "f", 0.8), Compared.route("b", "f", 0.7), Compared.route("c", "g", 0.1));

        assertThat(Compared.decide("substitution-first", portfolio, 210).representations())
                .containsEntry("a", Representation.FULL)
                .containsEntry("b", Representation.SHADOW)
                .containsEntry("c", Representation.FULL);
    }
}
