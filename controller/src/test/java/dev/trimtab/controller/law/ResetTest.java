package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.Reset.Course;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Law L8: a reset is worth its steps only above a contamination that can be stated. */
final class ResetTest {
    private final Reset law = new Reset(new Contamination(0.2, 0.3, 0.2), 0.4);

    @Test
    void value_againstSimulatedDecisions_isTheShareThatRealise() {
        SplittableRandom random = new SplittableRandom(6);
        int realised = 0;
        for (int run = 0; run < 100_000; run++) {
            boolean adequate = random.nextDouble() < 0.7;
            boolean done = false;
            for (int n = 0; n < 5; n++) {
                double edge = 0.6 * 0.2 - 0.4 * 0.3 + 0.2 * Math.sqrt(2) * random.nextGaussian();
                done |= edge > 0 && random.nextDouble() < 0.4;
            }
            realised += adequate && done ? 1 : 0;
        }

        assertThat(law.value(0.7, 0.4, 5)).isCloseTo(realised / 100_000.0, within(0.006));
    }

    @Property(seed = "1")
    void threshold_isWhereBothCoursesAreWorthTheSame(
            @ForAll @DoubleRange(min = 0.3, max = 1) double adequacy,
            @ForAll @DoubleRange(max = 0.3) double residual,
            @ForAll @IntRange(min = 2, max = 20) int decisions,
            @ForAll @IntRange(max = 4) int cost) {
        double anew = law.value(adequacy, residual, decisions - cost);
        double chi = law.threshold(adequacy, anew, decisions);
        if (chi >= 0 && chi <= 1) {
            assertThat(law.value(adequacy, chi, decisions)).isCloseTo(anew, within(1e-6));
        }
    }

    @Property(seed = "1")
    void threshold_dearerReset_isNeverLower(
            @ForAll @IntRange(min = 5, max = 20) int decisions, @ForAll @IntRange(max = 3) int cost) {
        double cheap = law.threshold(0.8, law.value(0.8, 0.1, decisions - cost), decisions);
        double dear = law.threshold(0.8, law.value(0.8, 0.1, decisions - cost - 1), decisions);

        assertThat(dear).isGreaterThanOrEqualTo(cheap - 1e-9);
    }

    @Test
    void check_cleanContext_neverResets() {
        Course on = new Course(0.8, 0.05, 10);

        assertThat(law.check(Map.of(), on, new Course(0.8, 0.05, 9), 0.02, 2).holds())
                .isFalse();
    }

    @Test
    void check_eachCondition_canForbidAlone() {
        Course on = new Course(0.8, 0.9, 10);

        assertThat(law.check(Map.of(), on, new Course(0.8, 0, 8), 0.02, 2).holds())
                .isTrue();
        assertThat(law.check(Map.of(), on, new Course(0.7, 0, 8), 0.02, 2).holds())
                .isFalse();
        assertThat(law.check(Map.of(), on, new Course(0.8, 0, 8), 0.02, 9).holds())
                .isFalse();
    }
}
