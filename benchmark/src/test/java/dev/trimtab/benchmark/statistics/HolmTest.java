package dev.trimtab.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Holm's correction against its step-down definition and its promise. */
final class HolmTest {
    @Property(seed = "1")
    void adjust_rejectsWhatTheStepDownProcedureRejects(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> pValues,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double alpha) {
        List<Double> adjusted = Holm.adjust(pValues);
        List<Double> ascending = new ArrayList<>(pValues);
        ascending.sort(Comparator.naturalOrder());
        int rejected = 0;
        while (rejected < ascending.size() && ascending.get(rejected) * (ascending.size() - rejected) <= alpha) {
            rejected++;
        }

        assertThat(adjusted.stream().filter(p -> p <= alpha).count()).isEqualTo(rejected);
        for (int i = 0; i < pValues.size(); i++) {
            assertThat(adjusted.get(i)).isBetween(pValues.get(i), 1.0);
        }
    }

    @Test
    void adjust_ofTrueHypotheses_rejectsAnyAtMostAsOftenAsStated() {
        SplittableRandom random = new SplittableRandom(2);
        int wrong = 0;
        int tables = 20_000;
        for (int t = 0; t < tables; t++) {
            List<Double> pValues = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                pValues.add(random.nextDouble());
            }
            wrong += Holm.adjust(pValues).stream().anyMatch(p -> p <= 0.05) ? 1 : 0;
        }

        assertThat(wrong / (double) tables).isCloseTo(0.049, within(0.006));
    }

    @Test
    void adjust_knownExample_isHolms() {
        assertThat(Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.03, 0.06, 0.06, 0.02);
    }
}
