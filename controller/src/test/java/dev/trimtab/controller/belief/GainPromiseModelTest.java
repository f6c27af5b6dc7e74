package dev.trimtab.controller.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** A route that moves earns promise, a high start does not, and promises are calibrated on the model's own worlds. */
final class GainPromiseModelTest {
    private static final Family FAMILY = new Family("f");
    private final GainModel prior = GainModel.DEFAULT;
    private final GainPromiseModel model = new GainPromiseModel(prior, Double.POSITIVE_INFINITY);

    @Test
    void learn_onDrawnWorlds_isCalibratedInEveryBin() {
        SplittableRandom random = new SplittableRandom(8);
        double[] predicted = new double[10];
        double[] real = new double[10];
        int[] count = new int[10];
        for (int world = 0; world < 40_000; world++) {
            boolean adequate = random.nextDouble() < prior.familyPrior();
            List<Hypothesis> carriers = new ArrayList<>();
            List<Evidence> seen = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                boolean fit = adequate && random.nextDouble() < prior.fitnessPrior();
                double gain = (fit ? prior.risingGain() : prior.flatGain()) + prior.spread() * random.nextGaussian();
                double value = random.nextDouble();
                carriers.add(Hypothesis.builder("h" + i, FAMILY).build());
                seen.add(new Evidence("h" + i, 0, value, 0, 1));
                for (int step = 1; step <= 2; step++) {
                    value += prior.scale() * (gain + prior.noise() * random.nextGaussian());
                    seen.add(new Evidence("h" + i, step, value, 0, 1));
                }
            }
            double q = model.learn(new Portfolio(carriers), seen).of(FAMILY);
            int bin = (int) Math.min(9, q * 10);
            predicted[bin] += q;
            real[bin] += adequate ? 1 : 0;
            count[bin]++;
        }
        for (int bin = 0; bin < 10; bin++) {
            if (count[bin] > 500) {
                assertThat(predicted[bin] / count[bin]).isCloseTo(real[bin] / count[bin], within(0.06));
            }
        }
    }

    @Property
    void learn_whereTheScoreStarts_doesNotMatter(@ForAll @DoubleRange(min = -5, max = 5) double start) {
        assertThat(promise(start, start + 0.03, 0)).isCloseTo(promise(0, 0.03, 0), within(1e-6));
    }

    @Test
    void learn_moreGain_isMorePromise() {
        assertThat(promise(0.5, 0.54, 0)).isGreaterThan(promise(0.5, 0.51, 0));
        assertThat(promise(0.9, 0.9, 0)).isLessThan(prior.familyPrior() * prior.fitnessPrior());
    }

    @Test
    void learn_sibling_sharesStrengthWithinTheFamilyOnly() {
        Portfolio portfolio = Portfolio.EMPTY
                .with(Hypothesis.builder("moves", FAMILY).build())
                .with(Hypothesis.builder("sibling", FAMILY).build())
                .with(Hypothesis.builder("other", new Family("g")).build());
        Promises learned = model.learn(
                portfolio, List.of(new Evidence("moves", 0, 0.5, 0, 1), new Evidence("moves", 1, 0.55, 0, 1)));

        assertThat(learned.routes().get("sibling"))
                .isGreaterThan(learned.routes().get("other"));
        assertThat(learned.of(FAMILY)).isGreaterThanOrEqualTo(learned.routes().get("moves"));
    }

    @Test
    void learn_stale_relaxesOnceToThePrior() {
        GainPromiseModel ageing = new GainPromiseModel(prior, 5);
        Portfolio fresh = Portfolio.EMPTY.with(Hypothesis.builder("a", FAMILY).build());
        List<Evidence> seen = List.of(new Evidence("a", 0, 0.5, 0, 1), new Evidence("a", 1, 0.55, 0, 1));
        double now = ageing.learn(fresh, seen).of(FAMILY);

        assertThat(ageing.learn(fresh.aged(5), seen).of(FAMILY))
                .isCloseTo((now + prior.familyPrior()) / 2, within(1e-12));
    }

    private double promise(double from, double to, int staleness) {
        Hypothesis route = Hypothesis.builder("a", FAMILY).staleness(staleness).build();
        return model.learn(
                        Portfolio.EMPTY.with(route),
                        List.of(new Evidence("a", 0, from, 0, 1), new Evidence("a", 1, to, 0, 1)))
                .of(route);
    }
}
