package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Law L1, lock-in: the stated condition is exactly that of a second fixed point on the decoy's side. */
final class LockInTest {
    @Property(seed = "1")
    void check_isBrokenExactlyWithASecondFixedPointOnAGrid(
            @ForAll @DoubleRange(max = 3) double drive, @ForAll @DoubleRange(max = 12) double feedback) {
        LockIn law = new LockIn(drive, feedback);
        Assume.that(Math.abs(drive - law.criticalDrive()) > 0.01 && drive > 0);

        assertThat(law.check(Map.of()).holds()).isEqualTo(crossings(drive, feedback) <= 1);
    }

    @Property(seed = "1")
    void next_iteratedFromBelow_forgetsTheStartIffNotLocked(
            @ForAll @DoubleRange(min = 0.05, max = 2) double drive, @ForAll @DoubleRange(max = 10) double feedback) {
        LockIn law = new LockIn(drive, feedback);
        Assume.that(Math.abs(drive - law.criticalDrive()) > 0.02);
        double share = 0;
        for (int i = 0; i < 5000; i++) {
            share = law.next(share);
        }

        assertThat(share < 0.5).isEqualTo(!law.check(Map.of()).holds());
    }

    /** Counts sign changes of Phi(d + k(x - 1/2)) - x, with Phi summed by the trapezoid rule. */
    private static int crossings(double drive, double feedback) {
        int steps = 200_000;
        double low = -12;
        double width = 24.0 / steps;
        int found = 0;
        double sum = 0;
        boolean above = true;
        for (int i = 1; i <= steps; i++) {
            double z = low + i * width;
            sum += width * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double x = feedback == 0 ? 0 : 0.5 + (z - drive) / feedback;
            if (feedback > 0 && x >= 0 && x <= 1) {
                boolean now = sum > x;
                if (now != above) {
                    found++;
                }
                above = now;
            }
        }
        return found;
    }
}
