package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Law L9: how contamination drifts, and how promise relaxes. */
final class DriftTest {
    @Property(seed = "1")
    void longestStretch_isTheLastStepBelowTheThreshold(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double inflow,
            @ForAll @DoubleRange(max = 0.4) double purge,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double threshold,
            @ForAll @DoubleRange(max = 0.04) double start) {
        Drift law = new Drift(inflow, purge);
        Assume.that(Math.abs(threshold - inflow / (inflow + purge)) > 1e-4);
        double stretch = law.longestStretch(threshold, start);
        double chi = start;
        int steps = 0;
        while (chi < threshold - 1e-9 && steps < 2000) {
            chi += inflow * (1 - chi) - purge * chi;
            steps++;
        }

        if (stretch == Double.POSITIVE_INFINITY) {
            assertThat(steps).isEqualTo(2000);
        } else if (steps < 2000) {
            assertThat(stretch).isBetween(steps - 2.0, steps + 0.0);
        }
    }

    @Test
    void ofReplacement_againstATrackedContext_isItsLegacyShare() {
        double share = 0.1;
        double legacy = 0;
        double tracked = 0;
        Drift law = Drift.ofReplacement(share, 8);
        double[] byAge = new double[400];
        byAge[0] = 1;
        for (int step = 0; step < 300; step++) {
            for (int age = byAge.length - 1; age > 0; age--) {
                byAge[age] = byAge[age - 1] * (1 - share);
            }
            byAge[0] = share;
            legacy = law.next(legacy);
            tracked = 0;
            for (int age = 0; age < byAge.length; age++) {
                tracked += byAge[age] * (1 - Math.pow(2, -age / 8.0));
            }
        }

        assertThat(legacy).isCloseTo(tracked, within(1e-9));
        assertThat(law.settles().orElseThrow()).isCloseTo(tracked, within(1e-9));
    }

    @Property(seed = "1")
    void next_staysAShare(
            @ForAll @DoubleRange(max = 1) double inflow,
            @ForAll @DoubleRange(max = 1) double purge,
            @ForAll @DoubleRange(max = 1) double chi) {
        assertThat(new Drift(inflow, purge).next(chi)).isBetween(-1e-12, 1 + 1e-12);
    }

    @Test
    void promise_afterOneHalfLife_isHalfWayBack() {
        assertThat(Drift.promise(0.2, 0.8, 6, 6)).isCloseTo(0.5, within(1e-12));
        assertThat(Drift.promise(0.2, 0.8, 1000, Double.POSITIVE_INFINITY)).isEqualTo(0.8);
    }
}
