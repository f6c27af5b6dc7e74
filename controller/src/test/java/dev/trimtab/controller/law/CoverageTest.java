package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Law L3: breadth and lag are traded exactly. */
final class CoverageTest {
    @Test
    void adequacy_againstSimulatedSearches_isTheShareThatKeepAnAdequateFamily() {
        SplittableRandom random = new SplittableRandom(3);
        int some = 0;
        int kept = 0;
        for (int run = 0; run < 200_000; run++) {
            boolean adequate = false;
            boolean survives = false;
            for (int f = 0; f < 5; f++) {
                boolean inV = random.nextDouble() < 0.3;
                boolean alive = f < 3;
                for (int step = 0; step < 6; step++) {
                    alive &= random.nextDouble() < 0.95;
                }
                adequate |= inV;
                survives |= inV && alive;
            }
            some += adequate ? 1 : 0;
            kept += survives ? 1 : 0;
        }

        double z = 1 - Math.pow(0.7, 5);
        assertThat(new Coverage(0.3, 0.95, z).adequacy(3, 6)).isCloseTo(kept / (double) some, within(0.006));
    }

    @Property(seed = "1")
    void breadthNeeded_isTheFirstBreadthThatIsEnough(
            @ForAll @DoubleRange(min = 0.02, max = 0.98) double q,
            @ForAll @DoubleRange(min = 0.7, max = 1) double survival,
            @ForAll @DoubleRange(min = 0.01, max = 0.6) double failure,
            @ForAll @IntRange(max = 10) int lag) {
        int found = new Coverage(q, survival, 1).breadthNeeded(failure, lag).orElseThrow();
        int breadth = 1;
        double miss = 1 - q * Math.pow(survival, lag);
        for (double missed = miss; missed > failure * (1 + 1e-7); missed *= miss) {
            breadth++;
        }

        assertThat(found).isBetween(breadth - 1, breadth + 1);
        assertThat(Math.pow(miss, found)).isLessThanOrEqualTo(failure * (1 + 1e-6));
    }

    @Property(seed = "1")
    void longestLag_isBorneAndOneMoreStepIsNot(
            @ForAll @DoubleRange(min = 0.2, max = 0.95) double q,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double survival,
            @ForAll @IntRange(min = 1, max = 12) int breadth) {
        Coverage law = new Coverage(q, survival, 0.97);
        law.longestLag(breadth, 0.2).ifPresent(lag -> {
            assertThat(law.adequacy(breadth, lag)).isCloseTo(0.8, within(1e-6));
            assertThat(law.adequacy(breadth, lag + 1)).isLessThan(0.8);
        });
        if (law.longestLag(breadth, 0.2).isEmpty()) {
            assertThat(law.adequacy(breadth, 0)).isLessThan(0.8);
        }
    }

    @Test
    void longestLag_whereNothingIsLost_hasNoLimit() {
        assertThat(new Coverage(0.9, 1, 1).longestLag(3, 0.1)).hasValue(Double.POSITIVE_INFINITY);
        assertThat(new Coverage(0.1, 1, 1).longestLag(1, 0.1)).isEmpty();
    }
}
