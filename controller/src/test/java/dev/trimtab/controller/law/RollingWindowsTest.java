package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.RollingWindows.Window;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Law L11: what holds of one window is lifted to many. */
final class RollingWindowsTest {
    /** A bad stretch makes windows fail together, so that they are far from independent. */
    @Test
    void allSucceed_againstSimulatedDependentWindows_isNeverTooHigh() {
        SplittableRandom random = new SplittableRandom(11);
        int windows = 5;
        int runs = 200_000;
        int all = 0;
        int entryFailures = 0;
        int failures = 0;
        int entered = 0;
        for (int run = 0; run < runs; run++) {
            boolean bad = random.nextInt(10) == 0;
            boolean fine = true;
            for (int w = 0; w < windows; w++) {
                boolean entry = random.nextDouble() >= (bad ? 0.1 : 0.01);
                boolean kept = random.nextDouble() >= (bad ? 0.2 : 0.01);
                entryFailures += entry ? 0 : 1;
                entered += entry ? 1 : 0;
                failures += entry && !kept ? 1 : 0;
                fine &= entry && kept;
            }
            all += fine ? 1 : 0;
        }
        Window each = new Window(failures / (double) entered, entryFailures / (double) (windows * runs));

        double bound = RollingWindows.allSucceed(Collections.nCopies(windows, each));

        assertThat(bound).isBetween(0.5, all / (double) runs);
    }

    @Test
    void allSucceed_whereFailuresExcludeEachOther_isExact() {
        SplittableRandom random = new SplittableRandom(12);
        int fine = 0;
        for (int run = 0; run < 100_000; run++) {
            int failing = random.nextInt(10);
            fine += failing >= 3 ? 1 : 0;
        }
        List<Window> windows = Collections.nCopies(3, new Window(0.1, 0));

        assertThat(RollingWindows.allSucceed(windows)).isCloseTo(fine / 100_000.0, within(0.006));
    }

    @Property(seed = "1")
    void allSucceed_oneMoreWindow_neverHelps(
            @ForAll @IntRange(max = 30) int windows,
            @ForAll @DoubleRange(max = 1) double failure,
            @ForAll @DoubleRange(max = 1) double entry) {
        List<Window> some = Collections.nCopies(windows, new Window(failure, entry));
        List<Window> more = Collections.nCopies(windows + 1, new Window(failure, entry));

        assertThat(RollingWindows.allSucceed(more)).isBetween(0.0, RollingWindows.allSucceed(some));
        assertThat(RollingWindows.allSucceed(List.of())).isEqualTo(1);
    }

    @Test
    void breadthNeeded_heldInEverySimulatedWindow_losesNoMoreThanTheTotal() {
        SplittableRandom random = new SplittableRandom(13);
        int breadth = RollingWindows.breadthNeeded(new Coverage(0.5, 0.98, 1), 0.2, 20, 5)
                .orElseThrow();
        int lost = 0;
        for (int run = 0; run < 20_000; run++) {
            boolean fine = true;
            for (int w = 0; w < 20; w++) {
                boolean kept = false;
                for (int f = 0; f < breadth; f++) {
                    kept |= random.nextDouble() < 0.5 * Math.pow(0.98, 5);
                }
                fine &= kept;
            }
            lost += fine ? 0 : 1;
        }

        assertThat(breadth).isEqualTo(9);
        assertThat(lost / 20_000.0).isLessThan(0.1);
    }

    @Property(seed = "1")
    void breadthNeeded_twiceTheWindows_addsNoMoreThanALogarithm(
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double q,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double total,
            @ForAll @DoubleRange(min = 0.5, max = 1) double someAdequate,
            @ForAll @IntRange(min = 1, max = 200) int windows) {
        Coverage coverage = new Coverage(q, 0.97, someAdequate);
        int once = RollingWindows.breadthNeeded(coverage, total, windows, 4).orElseThrow();
        int twice =
                RollingWindows.breadthNeeded(coverage, total, 2 * windows, 4).orElseThrow();
        double step = Math.log(2) / -Math.log(1 - q * Math.pow(0.97, 4));

        assertThat(twice - once).isBetween(0, (int) Math.ceil(step));
    }

    @Property(seed = "1")
    void breadthNeeded_givenThatSomeFamilyIsAdequate_stopsGrowing(
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double q,
            @ForAll @IntRange(min = 1, max = 1_000_000) int windows) {
        double none = Math.pow(1 - q, 6);
        Coverage lasting = new Coverage(q, 1, 1 - none);
        Coverage losing = new Coverage(q, 0.9, 1 - none);

        assertThat(RollingWindows.breadthNeeded(lasting, 0.1, windows, 3).orElseThrow())
                .isLessThanOrEqualTo(6);
        assertThat(RollingWindows.breadthNeeded(losing, 1e-9, windows, 3).orElseThrow())
                .isGreaterThan(6);
    }

    @Test
    void entryAdequacy_againstSimulatedModeChanges_isTheShareThatEnterAdequately() {
        SplittableRandom random = new SplittableRandom(14);
        double[] prior = {0.3, 0.2, 0.5};
        double[] carried = {0.8, 0.1, 0.4};
        int adequate = 0;
        for (int run = 0; run < 200_000; run++) {
            double[] now = random.nextDouble() < 0.25 ? prior : carried;
            boolean some = false;
            for (int f = 0; f < 2; f++) {
                some |= random.nextDouble() < now[f];
            }
            adequate += some ? 1 : 0;
        }
        double carriedAdequacy = 1 - 0.2 * 0.9;
        double priorAdequacy = 1 - 0.7 * 0.8;

        assertThat(RollingWindows.entryAdequacy(0.25, carriedAdequacy, priorAdequacy))
                .isCloseTo(adequate / 200_000.0, within(0.005));
    }

    @Property(seed = "1")
    void greatestModeChange_isWhereTheEntryConditionTurns(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double failure) {
        double carried = Math.max(one, other);
        double prior = Math.min(one, other);
        double most = RollingWindows.greatestModeChange(carried, prior, failure).orElse(-1);
        for (double change = 0; change <= 1; change += 0.01) {
            double entry = RollingWindows.entryAdequacy(change, carried, prior);
            boolean enough = RollingWindows.checkEntry(Map.of(), entry, failure).holds();
            if (Math.abs(entry - (1 - failure)) > 1e-9) {
                assertThat(enough).isEqualTo(change <= most);
            }
        }
    }

    @Test
    void checkReserve_notWhole_isExactlyWhereTheShadowNoLongerCounts() {
        Hypothesis shadow = Hypothesis.builder("a", new Family("f"))
                .cost(100, 20, 3, 60)
                .recoverability(0.8)
                .representation(Representation.SHADOW)
                .build();
        for (int occupied = 0; occupied <= 120; occupied++) {
            boolean whole =
                    RollingWindows.checkReserve(Map.of(), 150, occupied, 60).holds();
            double survival = new Survival(0).of(shadow, Representation.SHADOW, 150 - occupied);

            assertThat(survival > 0).isEqualTo(whole);
        }
    }
}
