package dev.trimtab.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.testing.DebianPython;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Paired comparisons against enumeration, resampling and SciPy. */
final class PairedOutcomesTest {
    @Property(seed = "1")
    void exactMcNemar_ofFewPairs_isTheShareOfSignsAtLeastAsUneven(
            @ForAll @IntRange(max = 9) int wins, @ForAll @IntRange(max = 9) int losses) {
        int n = wins + losses;
        int uneven = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            int up = Integer.bitCount(signs);
            uneven += Math.abs(2 * up - n) >= Math.abs(wins - losses) ? 1 : 0;
        }

        assertThat(new PairedOutcomes(wins, losses, n + 5).exactMcNemar())
                .isCloseTo(n == 0 ? 1 : uneven / (double) (1 << n), within(1e-12));
    }

    @Test
    void bootstrapInterval_equalsThatOfManyResamples() {
        SplittableRandom random = new SplittableRandom(4);
        for (PairedOutcomes pairs : List.of(
                new PairedOutcomes(30, 10, 100), new PairedOutcomes(0, 7, 60), new PairedOutcomes(90, 60, 400))) {
            double[] resampled = new double[20_000];
            for (int r = 0; r < resampled.length; r++) {
                long sum = 0;
                for (int i = 0; i < pairs.pairs(); i++) {
                    long drawn = random.nextLong(pairs.pairs());
                    sum += drawn < pairs.wins() ? 1 : drawn < pairs.wins() + pairs.losses() ? -1 : 0;
                }
                resampled[r] = sum / (double) pairs.pairs();
            }
            Arrays.sort(resampled);
            Interval interval = pairs.bootstrapInterval(0.95);

            assertThat(interval.low()).isCloseTo(resampled[500], within(1.01 / pairs.pairs()));
            assertThat(interval.high()).isCloseTo(resampled[19_500], within(1.01 / pairs.pairs()));
        }
    }

    @Property(seed = "1")
    void bootstrapInterval_ofAnyPairs_holdsTheDifferenceAndTurnsWithTheSides(
            @ForAll @IntRange(max = 300) int wins,
            @ForAll @IntRange(max = 300) int losses,
            @ForAll @IntRange(min = 1, max = 3000) int concordant) {
        PairedOutcomes pairs = new PairedOutcomes(wins, losses, wins + losses + concordant);
        Interval interval = pairs.bootstrapInterval(0.95);
        Interval turned = new PairedOutcomes(losses, wins, pairs.pairs()).bootstrapInterval(0.95);

        assertThat(interval.holds(pairs.difference())).isTrue();
        assertThat(turned.low()).isCloseTo(-interval.high(), within(1.01 / pairs.pairs()));
    }

    @Test
    void smallestDetectable_isFoundWithItsPower() {
        PairedOutcomes seen = new PairedOutcomes(60, 40, 500);
        double smallest = seen.smallestDetectable(0.05, 0.8);
        double discordance = 102 / 502.0;
        double up = (discordance + smallest) / 2;
        SplittableRandom random = new SplittableRandom(9);
        int found = 0;
        int tables = 4000;
        for (int t = 0; t < tables; t++) {
            int wins = 0;
            int losses = 0;
            for (int i = 0; i < 500; i++) {
                double lot = random.nextDouble();
                wins += lot < up ? 1 : 0;
                losses += lot >= up && lot < discordance ? 1 : 0;
            }
            found += new PairedOutcomes(wins, losses, 500).exactMcNemar() <= 0.05 ? 1 : 0;
        }

        assertThat(found / (double) tables).isCloseTo(0.8, within(0.05));
    }

    @Property(seed = "1")
    void smallestDetectable_fallsWithThePairs(
            @ForAll @IntRange(min = 1, max = 50) int discordant, @ForAll @IntRange(min = 1, max = 40) int times) {
        PairedOutcomes few = new PairedOutcomes(discordant, discordant, 2L * discordant + 50);
        PairedOutcomes many =
                new PairedOutcomes((long) discordant * times, (long) discordant * times, few.pairs() * times);

        assertThat(many.smallestDetectable(0.05, 0.8)).isLessThanOrEqualTo(few.smallestDetectable(0.05, 0.8) + 1e-12);
    }

    @Test
    void exactMcNemarAndWilson_equalSciPys() {
        DebianPython.require();
        List<List<Integer>> cases = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 200; i++) {
            int wins = random.nextInt(400);
            cases.add(List.of(wins, random.nextInt(400)));
        }
        JsonNode expected = DebianPython.run("""
                import sys, json
                from scipy.stats import binomtest
                rows = json.load(sys.stdin)["cases"]
                out = []
                for w, l in rows:
                    n = w + l
                    p = 1.0 if n == 0 else binomtest(w, n, 0.5).pvalue
                    ci = binomtest(w, n + 10).proportion_ci(0.95, "wilson")
                    out.append([p, ci.low, ci.high])
                print(json.dumps(out))
                """, Map.of("cases", cases));

        for (int i = 0; i < cases.size(); i++) {
            int wins = cases.get(i).get(0);
            int losses = cases.get(i).get(1);
            Interval wilson = new Proportion(wins, wins + losses + 10).interval(0.95);
            assertThat(new PairedOutcomes(wins, losses, wins + losses + 1).exactMcNemar())
                    .isCloseTo(expected.get(i).get(0).asDouble(), within(1e-9));
            assertThat(wilson.low()).isCloseTo(expected.get(i).get(1).asDouble(), within(1e-9));
            assertThat(wilson.high()).isCloseTo(expected.get(i).get(2).asDouble(), within(1e-9));
        }
    }

    @Test
    void outcomes_thatCannotBe_areRefused() {
        assertThatThrownBy(() -> new PairedOutcomes(3, 2, 4)).hasMessageContaining("3, 2 of 4");
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> new Interval(1, 0)).hasMessageContaining("1.0 to 0.0");
    }

    @Property(seed = "1")
    void proportion_interval_coversItsShare(
            @ForAll @IntRange(max = 100) int successes, @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        Proportion proportion = new Proportion(successes, 100);

        assertThat(proportion.interval(level).holds(proportion.share())).isTrue();
    }
}
