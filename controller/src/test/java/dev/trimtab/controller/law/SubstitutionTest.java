package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Law L6 against searches that are drawn here: a carrier that stays, or a substitute in its place that may have drifted. */
final class SubstitutionTest {
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
}
