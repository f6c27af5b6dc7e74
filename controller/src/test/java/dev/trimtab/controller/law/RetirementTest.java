package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.portfolio.Family;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Law L2: losses of retirement, alone and together, and the bound on any rule that retires for good. */
final class RetirementTest {
    private static final Family A = new Family("a");
    private static final Family B = new Family("b");

    @Property(seed = "1")
    void loss_ofOneFamily_isTheDifferenceOfAdequacies(
            @ForAll @DoubleRange(min = 0.01, max = 1) double qa,
            @ForAll @DoubleRange(max = 0.99) double qb,
            @ForAll @DoubleRange(max = 1) double before,
            @ForAll @DoubleRange(max = 1) double after) {
        IndependentBelief belief = new IndependentBelief(Map.of(A, qa, B, qb));
        double loss = Retirement.loss(qa, before, after, 1 - qb * 0.8, belief.someAdequate());

        assertThat(loss).isCloseTo(loss(belief, Map.of(A, before, B, 0.8), Map.of(A, after, B, 0.8)), within(1e-9));
    }

    @Property(seed = "1")
    void leastRecoverability_losesExactlyEpsilonOrIsZero(
            @ForAll @DoubleRange(min = 0.05, max = 1) double q,
            @ForAll @DoubleRange(min = 0.1, max = 1) double sigma,
            @ForAll @DoubleRange(min = 0.05, max = 1) double others) {
        double rho = Retirement.leastRecoverability(q, sigma, others, 0.9, 0.02);
        double loss = Retirement.loss(q, sigma, rho, others, 0.9);

        if (rho > 0) {
            assertThat(loss).isCloseTo(0.02, within(1e-9));
        } else {
            assertThat(loss).isLessThanOrEqualTo(0.02 + 1e-12);
        }
    }

    @Property(seed = "1")
    void jointLoss_isAtLeastTheSumOfSingleLosses(
            @ForAll @DoubleRange(max = 1) double qa,
            @ForAll @DoubleRange(max = 1) double qb,
            @ForAll @DoubleRange(max = 1) double lostA,
            @ForAll @DoubleRange(max = 1) double lostB) {
        IndependentBelief belief = new IndependentBelief(new TreeMap<>(Map.of(A, qa, B, qb)));
        Map<Family, Double> before = Map.of(A, 1.0, B, 1.0);
        double together = loss(belief, before, Map.of(A, 1 - lostA, B, 1 - lostB));
        double alone =
                loss(belief, before, Map.of(A, 1 - lostA, B, 1.0)) + loss(belief, before, Map.of(A, 1.0, B, 1 - lostB));

        assertThat(together).isGreaterThanOrEqualTo(alone - 1e-12);
    }

    @Property(seed = "1")
    void blindSuccess_equalsTheShareOfAdequateSetsThatAreHit(
            @ForAll @IntRange(min = 1, max = 10) int families,
            @ForAll @IntRange(min = 1, max = 10) int adequate,
            @ForAll @IntRange(max = 10) int kept) {
        int v = Math.min(adequate, families);
        int k = Math.min(kept, families);
        int sets = 0;
        int hit = 0;
        for (int set = 0; set < 1 << families; set++) {
            if (Integer.bitCount(set) == v) {
                sets++;
                hit += (set & ((1 << k) - 1)) != 0 ? 1 : 0;
            }
        }

        assertThat(Retirement.blindSuccess(families, v, k)).isCloseTo(hit / (double) sets, within(1e-12));
    }

    @Test
    void check_whatTheWindowLostBefore_countsAgainstTheSameEpsilon() {
        assertThat(Retirement.check(Map.of(), 0.01, 0.009, 0.02).holds()).isTrue();
        assertThat(Retirement.check(Map.of(), 0.01, 0.011, 0.02).holds()).isFalse();
    }

    private static double loss(AdequacyBelief belief, Map<Family, Double> before, Map<Family, Double> after) {
        return belief.conditionalAdequacy(before) - belief.conditionalAdequacy(after);
    }
}
