package dev.trimtab.benchmark.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.tuning.SuccessiveHalving.Score;
import dev.trimtab.benchmark.tuning.SuccessiveHalving.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Successive halving: spends what it may, doubles what the better half gets, and finds the best where nothing is noisy. */
final class SuccessiveHalvingTest {
    @Property(seed = "1")
    void run_withinABudget_spendsNoMoreAndMeasuresEachOfTheLeftTwiceAsLong(
            @ForAll @IntRange(min = 1, max = 40) int candidates, @ForAll @IntRange(min = 1, max = 5000) int budget) {
        int units = SuccessiveHalving.unitsWithin(budget, candidates);
        if (units == 0) {
            return;
        }
        List<Integer> spent = new ArrayList<>();
        SuccessiveHalving<Integer> halving = new SuccessiveHalving<>((candidate, length) -> {
            spent.add(length);
            return new Score(0, 0);
        });
        List<List<Trial<Integer>>> rounds =
                halving.run(IntStream.range(0, candidates).boxed().toList(), units);

        assertThat(spent.stream().mapToInt(length -> length).sum()).isLessThanOrEqualTo(budget);
        assertThat(rounds).hasSize(SuccessiveHalving.rounds(candidates));
        for (int round = 1; round < rounds.size(); round++) {
            assertThat(rounds.get(round)).hasSize((rounds.get(round - 1).size() + 1) / 2);
            assertThat(rounds.get(round).get(0).units())
                    .isEqualTo(2 * rounds.get(round - 1).get(0).units());
        }
    }

    @Property(seed = "1")
    void run_measuredWithoutNoise_findsTheBest(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 1000) Integer> worths) {
        List<List<Trial<Integer>>> rounds =
                new SuccessiveHalving<Integer>((worth, length) -> new Score(worth, 0)).run(worths, 1);

        assertThat(rounds.get(rounds.size() - 1).get(0).candidate())
                .isEqualTo(worths.stream().mapToInt(worth -> worth).max().orElseThrow());
    }

    @Test
    void run_equalSuccess_takesTheOneOfFewerTokens() {
        SuccessiveHalving<Integer> halving = new SuccessiveHalving<>((tokens, length) -> new Score(0.5, tokens));

        assertThat(halving.run(List.of(300, 100, 200), 1).get(1).get(0).candidate())
                .isEqualTo(100);
        assertThat(new Score(0.5, 100).dominates(new Score(0.5, 200))).isTrue();
        assertThat(new Score(0.6, 200).dominates(new Score(0.5, 100))).isFalse();
        assertThat(new Score(0.5, 100).dominates(new Score(0.5, 100))).isFalse();
    }
}
