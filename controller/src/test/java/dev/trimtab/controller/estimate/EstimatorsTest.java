package dev.trimtab.controller.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.estimate.Calibration.Prediction;
import dev.trimtab.controller.estimate.ChoiceEstimator.Choice;
import dev.trimtab.controller.estimate.DriftEstimator.Change;
import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.law.Drift;
import dev.trimtab.controller.law.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Estimators find the truth of simulated logs, and are the prior, labelled so, while nothing was seen. */
final class EstimatorsTest {
    @Test
    void rate_ofASimulatedLog_findsTheHazard() {
        SplittableRandom random = new SplittableRandom(21);
        int lost = 0;
        for (int step = 0; step < 20_000; step++) {
            lost += random.nextDouble() < 0.03 ? 1 : 0;
        }

        assertThat(new RateEstimator(0.2, 4, 5).of(lost, 20_000).value()).isCloseTo(0.03, within(0.005));
    }

    @Test
    void rate_belowItsLeastCount_isAssumed() {
        RateEstimator law = new RateEstimator(0.2, 4, 5);

        assertThat(law.of(0, 0).value()).isCloseTo(0.2, within(1e-12));
        assertThat(law.of(1, 4).provenance()).isEqualTo(Provenance.ASSUMED);
        assertThat(law.of(1, 5).provenance()).isEqualTo(Provenance.estimated(5));
    }

    @Property(seed = "1")
    void rate_moreEvents_isHigherAndBetweenPriorAndShare(
            @ForAll @IntRange(max = 40) int events,
            @ForAll @IntRange(max = 40) int others,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double prior) {
        RateEstimator law = new RateEstimator(prior, 3, 1);
        int trials = events + others;
        double share = trials == 0 ? prior : events / (double) trials;

        assertThat(law.of(events, trials).value())
                .isBetween(Math.min(prior, share) - 1e-12, Math.max(prior, share) + 1e-12);
        assertThat(law.of(events + 1, trials + 1).value())
                .isGreaterThan(law.of(events, trials + 1).value());
    }

    @Test
    void drift_ofALongLog_findsWhereContaminationSettles() {
        List<Change> exact = new ArrayList<>();
        double chi = 0;
        for (int step = 0; step < 400; step++) {
            double next = chi + 0.12 * (1 - chi) - 0.05 * chi;
            exact.add(new Change(chi, next));
            chi = next;
        }
        Drift found = new DriftEstimator(new Drift(0.08, 0.1)).of(exact);

        assertThat(found.settles().orElseThrow()).isCloseTo(0.12 / 0.17, within(0.02));
        assertThat(new DriftEstimator(new Drift(0.08, 0.1)).of(List.of())).isEqualTo(new Drift(0.08, 0.1));
    }

    @Test
    void choice_ofASimulatedLog_findsTheThreshold() {
        SplittableRandom random = new SplittableRandom(23);
        List<Choice> log = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double chi = random.nextDouble();
            double edge = (1 - chi) * 0.3 - chi * 0.1 + 0.15 * Math.sqrt(2) * random.nextGaussian();
            log.add(new Choice(chi, edge > 0));
        }
        ChoiceEstimator law = new ChoiceEstimator(new Contamination(0.2, 0.2, 0.15), 0.2);

        assertThat(law.of(log).threshold().orElseThrow()).isCloseTo(0.75, within(0.05));
        assertThat(law.of(log).live()).isCloseTo(0.3, within(0.04));
        assertThat(law.of(List.of())).isEqualTo(new Contamination(0.2, 0.2, 0.15));
    }

    @Test
    void calibration_ofTruePredictions_isCloseInEveryBinAndOfBoastfulOnesIsNot() {
        SplittableRandom random = new SplittableRandom(24);
        List<Prediction> honest = new ArrayList<>();
        List<Prediction> boastful = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            double chance = random.nextDouble();
            boolean came = random.nextDouble() < chance;
            honest.add(new Prediction(chance, came));
            boastful.add(new Prediction(Math.sqrt(chance), came));
        }
        Calibration calibration = Calibration.of(honest);

        assertThat(calibration.bins()).hasSize(10).allSatisfy(bin -> {
            assertThat(bin.count()).isGreaterThan(3000);
            assertThat(bin.observed()).isCloseTo(bin.predicted(), within(0.03));
        });
        assertThat(calibration.error()).isLessThan(0.01);
        assertThat(Calibration.of(boastful).error()).isGreaterThan(0.1);
        assertThat(calibration.brier()).isLessThan(Calibration.of(boastful).brier());
    }
}
