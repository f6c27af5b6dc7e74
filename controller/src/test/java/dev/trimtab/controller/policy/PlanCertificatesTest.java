package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is certified of a plan as a whole. */
final class PlanCertificatesTest {
    private static final double GAMMA = 0.25;
    private static final int WORLDS = 200_000;

    @Test
    void plan_thatEntersAWindow_isCertifiedForBothModes() {
        PortfolioState state = seen().entering(new WindowEntry(Quantity.estimated(GAMMA, 7)));

        Certificate entry = of(state, Law.L11).get(0);

        assertThat(entry.inputs().get("gamma").provenance()).isEqualTo(Provenance.estimated(7));
        assertThat(entry.inputs().get("A_prior").provenance()).isEqualTo(Provenance.ASSUMED);
        assertThat(entry.inputs().get("A_prior").value()).isCloseTo(drawnBeforeEvidence(), within(0.005));
        assertThat(entry.value())
                .isCloseTo((1 - GAMMA) * value(entry, "A_carried") + GAMMA * value(entry, "A_prior"), within(1e-12));
        assertThat(value(entry, "A_carried")).isGreaterThan(value(entry, "A_prior"));
        assertThat(entry.holds()).isFalse();
    }

    @Test
    void plan_thatEntersAWindow_hasItsReserveWhole() {
        PortfolioState state = seen().entering(new WindowEntry(Quantity.assumed(GAMMA)));

        Certificate reserve = of(state, Law.L11).get(1);

        assertThat(reserve.holds()).isTrue();
        assertThat(value(reserve, "occupied") + value(reserve, "Q")).isLessThanOrEqualTo(value(reserve, "B"));
    }

    @Test
    void plan_withinAWindow_entersNone() {
        assertThat(of(seen(), Law.L11)).isEmpty();
    }

    @Test
    void plan_thatKeepsStaleWork_isToldWhenContaminationWillReachItsThreshold() {
        Certificate fresh = of(seen(), Law.L9).get(0);
        PortfolioState later = seen().with(seen().portfolio().aged(1)).at(4, 30);

        assertThat(fresh.holds()).isTrue();
        assertThat(of(later, Law.L9).get(0).holds()).isFalse();
        assertThat(value(of(later, Law.L9).get(0), "nu")).isZero();
    }

    /** Two families of which one rose and one did not, and what was worked on speaks for the one that did not. */
    private static PortfolioState seen() {
        Portfolio portfolio = new Portfolio(List.of(route("a", "f", 0, 0.1), route("b", "g", 1, 0.9)));
        List<Evidence> evidence = List.of(
                new Evidence("a", 0, 0.5, 0, 1),
                new Evidence("b", 1, 0.6, 0, 1),
                new Evidence("a", 2, 0.53, 0, 1),
                new Evidence("b", 3, 0.60, 0, 1));
        return PortfolioState.of(portfolio, 2).with(new PromiseSource.Learned(evidence), 4);
    }

    private static Hypothesis route(String id, String family, int staleness, double inertia) {
        return Hypothesis.builder(id, new Family(family))
                .cost(40, 20, 0, 40)
                .verificationLag(2)
                .staleness(staleness)
                .inertia(inertia)
                .build();
    }

    /** How often, of worlds with an adequate family, one of the two routes can realise its own. */
    private static double drawnBeforeEvidence() {
        SplittableRandom random = new SplittableRandom(5);
        int some = 0;
        int held = 0;
        for (int world = 0; world < WORLDS; world++) {
            boolean one = random.nextDouble() < 0.3;
            boolean two = random.nextDouble() < 0.3;
            boolean fits = one && random.nextDouble() < 0.7;
            fits |= two && random.nextDouble() < 0.7;
            some += one || two ? 1 : 0;
            held += fits ? 1 : 0;
        }
        return (double) held / some;
    }

    private static List<Certificate> of(PortfolioState state, Law law) {
        return PortfolioPolicy.withDefaults().decide(state, new TokenBudget(100)).diagnostics().certificates().stream()
                .filter(certificate -> certificate.law() == law)
                .toList();
    }

    private static double value(Certificate certificate, String symbol) {
        Map<String, Quantity> inputs = certificate.inputs();
        return inputs.getOrDefault(symbol, Quantity.measured(Double.NaN)).value();
    }
}
