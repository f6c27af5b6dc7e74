package dev.trimtab.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.statistics.RepeatedTries.Try;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** pass@k and best-of-k against every choice of k tries, one by one. */
final class RepeatedTriesTest {
    @Property(tries = 200, seed = "1")
    void bothEstimates_areTheMeansOverAllChoices(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 7) Integer> drawn,
            @ForAll @IntRange(max = 6) int less) {
        List<Try> tries = drawn.stream()
                .map(n -> new Try(n % 2 == 0, n / 2 == 0 ? null : Double.valueOf(n / 2)))
                .toList();
        int k = Math.max(1, tries.size() - less);
        double passed = 0;
        double best = 0;
        int choices = 0;
        for (int subset = 0; subset < 1 << tries.size(); subset++) {
            if (Integer.bitCount(subset) == k) {
                List<Try> chosen = chosen(tries, subset);
                passed += chosen.stream().anyMatch(Try::success) ? 1 : 0;
                best += bestByOwnScore(chosen);
                choices++;
            }
        }

        RepeatedTries all = new RepeatedTries(tries);
        assertThat(all.passAtK(k)).isCloseTo(passed / choices, within(1e-12));
        assertThat(all.bestOfK(k)).isCloseTo(best / choices, within(1e-12));
        assertThat(all.bestOfK(k)).isLessThanOrEqualTo(all.passAtK(k) + 1e-12);
    }

    @Test
    void knownExample_ofFourTriesWithOneSuccess() {
        RepeatedTries tries = new RepeatedTries(
                List.of(new Try(true, 0.7), new Try(false, 0.9), new Try(false, 0.5), new Try(false, null)));

        assertThat(tries.passAtK(1)).isEqualTo(0.25);
        assertThat(tries.passAtK(2)).isCloseTo(0.5, within(1e-12));
        assertThat(tries.passAtK(4)).isEqualTo(1);
        assertThat(tries.bestOfK(2)).as("of six pairs it is the best in two").isCloseTo(1 / 3.0, within(1e-12));
        assertThat(tries.bestOfK(4)).as("its own score is not the best").isZero();
        assertThatThrownBy(() -> tries.passAtK(5)).hasMessageContaining("k must be from 1 to 4");
    }

    private static List<Try> chosen(List<Try> tries, int subset) {
        List<Try> chosen = new ArrayList<>();
        for (int i = 0; i < tries.size(); i++) {
            if ((subset >> i & 1) == 1) {
                chosen.add(tries.get(i));
            }
        }
        return chosen;
    }

    private static double bestByOwnScore(List<Try> chosen) {
        double top = chosen.stream().mapToDouble(RepeatedTriesTest::rank).max().orElseThrow();
        List<Try> best = chosen.stream().filter(t -> rank(t) == top).toList();
        return best.stream().filter(Try::success).count() / (double) best.size();
    }

    private static double rank(Try t) {
        return t.ownScore() == null ? -1 : t.ownScore();
    }
}
