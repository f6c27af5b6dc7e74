package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Law L1: below its threshold a context helps, above it no amount of reading does. */
final class ContaminationTest {
    @Test
    void chooseAdequate_againstDrawnScores_isTheShareOfWins() {
        SplittableRandom random = new SplittableRandom(1);
        double chi = 0.35;
        int wins = 0;
        for (int i = 0; i < 200_000; i++) {
            double adequate = (1 - chi) * 0.7 + chi * 0.1 + 0.3 * random.nextGaussian();
            double decoy = (1 - chi) * 0.5 + chi * 0.3 + 0.3 * random.nextGaussian();
            wins += adequate > decoy ? 1 : 0;
        }

        double predicted = new Contamination(0.2, 0.2, 0.3).chooseAdequate(chi);

        assertThat(predicted).isCloseTo(wins / 200_000.0, within(0.005));
    }

    @Test
    void chooseAdequate_averagedReads_isTheShareOfWinsOfAverages() {
        SplittableRandom random = new SplittableRandom(2);
        int wins = 0;
        for (int i = 0; i < 50_000; i++) {
            double sum = 0;
            for (int read = 0; read < 9; read++) {
                sum += 0.4 * 0.2 - 0.6 * 0.25 + 0.3 * Math.sqrt(2) * random.nextGaussian();
            }
            wins += sum > 0 ? 1 : 0;
        }

        assertThat(new Contamination(0.2, 0.25, 0.3).chooseAdequate(0.6, 9)).isCloseTo(wins / 50_000.0, within(0.01));
    }

    @Property(seed = "1")
    void threshold_isWhereChoiceIsEven(
            @ForAll @DoubleRange(min = 0.01, max = 2) double live,
            @ForAll @DoubleRange(min = 0.01, max = 2) double legacy,
            @ForAll @DoubleRange(min = 0.01, max = 1) double noise) {
        Contamination law = new Contamination(live, legacy, noise);
        double chi = law.threshold().orElseThrow();

        assertThat(law.chooseAdequate(chi)).isCloseTo(0.5, within(1e-9));
        assertThat(law.chooseAdequate(chi * 0.9)).isGreaterThan(0.5);
        assertThat(law.chooseAdequate(Math.min(1, chi * 1.05), 10_000)).isLessThan(0.5);
    }

    @Property(seed = "1")
    void chooseAdequate_moreContamination_neverHelps(
            @ForAll @DoubleRange(max = 0.9) double chi, @ForAll @DoubleRange(max = 1) double legacy) {
        Contamination law = new Contamination(0.3, legacy, 0.2);

        assertThat(law.chooseAdequate(chi + 0.1)).isLessThanOrEqualTo(law.chooseAdequate(chi));
    }

    @Test
    void threshold_whereLegacyIsOnTheRightSide_doesNotExist() {
        assertThat(new Contamination(0.3, -0.1, 0.2).threshold()).isEmpty();
        assertThat(new Contamination(0.3, 0, 0.2).threshold()).hasValue(1);
    }

    @Test
    void legacyDegree_afterOneHalfLife_isHalf() {
        assertThat(Contamination.legacyDegree(8, 0, 8)).isEqualTo(0.5);
        assertThat(Contamination.legacyDegree(0, 0.25, 8)).isEqualTo(0.25);
    }
}
