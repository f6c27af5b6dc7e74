package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Law L12: which route comes next. */
final class BreadthDepthTest {
    @Test
    void explore_againstSimulatedLooks_isTheShareFinished() {
        SplittableRandom random = new SplittableRandom(7);
        double p = 0.3;
        double rival = 0.45;
        double d = 1.4;
        double sum = 0;
        for (int run = 0; run < 200_000; run++) {
            boolean real = random.nextDouble() < p;
            double ratio = (real ? 1 : -1) * d * d / 2 + d * random.nextGaussian();
            double odds = p / (1 - p) * Math.exp(ratio);
            boolean chosen = odds / (1 + odds) >= rival;
            sum += chosen ? (real ? 1 - Math.pow(0.7, 6) : 0) : rival * (1 - Math.pow(0.7, 4));
        }

        assertThat(new BreadthDepth(0.3).explore(p, rival, d, 2, 6)).isCloseTo(sum / 200_000, within(0.004));
    }

    @Property(seed = "1")
    void explore_whereOneDecisionFinishes_isNeverWorseThanTheBestPromise(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rival,
            @ForAll @DoubleRange(max = 4) double separation) {
        double value = new BreadthDepth(1).explore(p, rival, separation, 1, 3);

        assertThat(value).isBetween(Math.max(p, rival) - 1e-9, 1.0);
    }

    @Property(seed = "1")
    void explore_moreDecisions_isNeverWorthLess(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rival,
            @ForAll @IntRange(min = 2, max = 30) int decisions) {
        BreadthDepth law = new BreadthDepth(0.3);

        assertThat(law.explore(p, rival, 1, 1, decisions + 1))
                .isGreaterThanOrEqualTo(law.explore(p, rival, 1, 1, decisions) - 1e-12);
    }
}
