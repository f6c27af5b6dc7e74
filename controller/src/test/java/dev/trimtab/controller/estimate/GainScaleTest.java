package dev.trimtab.controller.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.portfolio.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The unit of gain follows the values, whatever they measure. */
final class GainScaleTest {
    @Property(seed = "1")
    void of_valuesInAnotherUnit_isTheSameInThatUnit(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
        double one = GainScale.of(log(seed, 1, 0.05)).value();

        assertThat(GainScale.of(log(seed, unit, 0.05)).value()).isCloseTo(one * unit, within(1e-9 * unit));
    }

    @Test
    void of_routesThatGain_isTheRootMeanSquareOfTheGains() {
        List<Evidence> seen = List.of(
                new Evidence("a", 0, 0.5, 0, 1),
                new Evidence("b", 0, 0.5, 0, 1),
                new Evidence("a", 1, 0.7, 0, 2),
                new Evidence("b", 1, 0.5, 0, 1));

        assertThat(GainScale.of(seen).value()).isCloseTo(0.1 / Math.sqrt(2), within(1e-12));
        assertThat(GainScale.of(seen).provenance()).isEqualTo(Provenance.estimated(2));
    }

    @Test
    void of_firstLooksOnly_isAShareOfTheirSizeAndAssumed() {
        List<Evidence> seen = List.of(new Evidence("a", 0, 40, 0, 1), new Evidence("b", 0, 60, 0, 1));

        assertThat(GainScale.of(seen).value()).isCloseTo(1.2, within(1e-12));
        assertThat(GainScale.of(seen).provenance()).isEqualTo(Provenance.ASSUMED);
        assertThat(GainScale.of(List.of()).value()).isEqualTo(1);
    }

    private static List<Evidence> log(long seed, double unit, double gain) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Evidence> seen = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            for (int route = 0; route < 3; route++) {
                seen.add(new Evidence(
                        "r" + route, step, unit * (0.5 + gain * step * route + random.nextDouble()), 0, 1));
            }
        }
        return seen;
    }
}
