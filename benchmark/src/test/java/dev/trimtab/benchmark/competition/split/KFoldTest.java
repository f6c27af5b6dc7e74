package dev.trimtab.benchmark.competition.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Folds hold out every row once, in parts of even size. */
final class KFoldTest {
    @Property(seed = "1", tries = 200)
    void split_allFolds_holdOutEveryRowOnce_andTrainOnTheRest(
            @ForAll @IntRange(min = 2, max = 9) int folds,
            @ForAll @IntRange(min = 9, max = 300) int rows,
            @ForAll @IntRange(max = 1000) int seed) {
        int[] all = IntStream.range(0, rows).toArray();
        int[] held = new int[0];
        for (int number = 0; number < folds; number++) {
            TrainTestSplit split = new KFold(number, folds).split(rows, seed);
            assertThat(split.test().length).isBetween(rows / folds, (rows + folds - 1) / folds);
            assertThat(sorted(split.train(), split.test())).isEqualTo(all);
            held = sorted(held, split.test());
        }
        assertThat(held).isEqualTo(all);
    }

    @Test
    void split_ofTheSameSeedAsTheRows_isAnotherPermutation() {
        assertThat(new KFold(0, 3).split(30, 0).test())
                .isNotEqualTo(TrainTestSplit.of(30, 1 / 3.0, 0).test());
    }

    @Test
    void split_fewerRowsThanFolds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KFold(0, 3).split(2, 0))
                .withMessageContaining("2 rows cannot be split into 3 folds");
        assertThatIllegalArgumentException().isThrownBy(() -> new KFold(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new KFold(0, 1));
    }

    private static int[] sorted(int[] some, int[] others) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                .sorted()
                .toArray();
    }
}
