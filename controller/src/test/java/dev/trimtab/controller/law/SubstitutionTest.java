package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.portfolio.Family;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Law L6 against searches that are drawn here: a carrier that stays, or a substitute in its place that may have drifted. */
final class SubstitutionTest {
    private static final Family OWN = new Family("own");
    private static final Family DELETED = new Family("deleted");
    private static final Family REST = new Family("rest");
    private static final double ROUNDING = 1e-9;
    private static final int SEARCHES = 40_000;
    /** Closer shares than this are not told apart by so many searches. */
    private static final double TOLD_APART = 0.02;

    @Test
    void check_overDrawnCarriers_holdsWhereSimulatedSearchesLoseNoMoreBySubstituting() {
        SplittableRandom random = new SplittableRandom(11);
        int kept = 0;
        int lost = 0;
        for (int carriers = 0; carriers < 60; carriers++) {
            double own = random.nextDouble();
            double substitute = random.nextDouble();
            double drift = random.nextDouble() * 0.5;
            double other = 0.8 * random.nextDouble();
            double staying = 0;
            double substituted = 0;
            for (int search = 0; search < SEARCHES; search++) {
                boolean elsewhere = random.nextDouble() < other;
                boolean survives = random.nextDouble() < own;
                boolean means = random.nextDouble() >= drift && random.nextDouble() < substitute;
                staying += survives || elsewhere ? 1.0 / SEARCHES : 0;
                substituted += means || elsewhere ? 1.0 / SEARCHES : 0;
            }
            boolean holds = Substitution.check(Map.of(), own, substitute, drift).holds();
            if (Math.abs(substituted - staying) > TOLD_APART) {
                assertThat(holds)
                        .as("%.3f by %.3f, drift %.3f", own, substitute, drift)
                        .isEqualTo(substituted > staying);
                kept += holds ? 1 : 0;
                lost += holds ? 0 : 1;
            }
        }

        assertThat(kept).isGreaterThan(5);
        assertThat(lost).isGreaterThan(5);
    }

    @Property(seed = "1")
    void substitution_thatFreesTheSame_isNeverWorseThanADeletion(
            @ForAll @DoubleRange(max = 1) double adequate,
            @ForAll @DoubleRange(max = 1) double own,
            @ForAll @DoubleRange(max = 1) double drift,
            @ForAll @DoubleRange(max = 1) double gone,
            @ForAll @DoubleRange(max = 1) double rest) {
        Map<Family, Double> adequacies = Map.of(OWN, adequate, DELETED, gone, REST, 0.5);
        AdequacyBelief belief = new IndependentBelief(adequacies);
        double substitute = Math.min(1, own / Math.max(1e-9, 1 - drift));
        boolean keeps = Substitution.check(Map.of(), own, substitute, drift).holds();

        double substituted = belief.adequacy(Map.of(OWN, substitute * (1 - drift), DELETED, 1.0, REST, rest));
        double deleted = belief.adequacy(Map.of(OWN, own, REST, rest));

        Assume.that(keeps);
        assertThat(substituted).isGreaterThanOrEqualTo(deleted - ROUNDING);
        if (gone * (1 - adequate * own) * (1 - 0.5 * rest) > ROUNDING) {
            assertThat(substituted).isGreaterThan(deleted);
        }
    }

    @Test
    void check_driftCountsAgainstTheSubstitute() {
        assertThat(Substitution.check(Map.of(), 0.7, 0.8, 0.1).holds()).isTrue();
        assertThat(Substitution.check(Map.of(), 0.7, 0.8, 0.2).holds()).isFalse();
    }
}
