package dev.trimtab.benchmark.competition.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.DebianPython;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Splits are NumPy's and scikit-learn's, number for number: golden values from NumPy 1.24, and the library itself where it is. */
final class TrainTestSplitTest {
    @Test
    void next32_seeds_areNumpysFirstWords() {
        assertThat(words(0, 4)).containsExactly(2357136044L, 2546248239L, 3071714933L, 3626093760L);
        assertThat(words(20261, 4)).containsExactly(1076562385L, 551559529L, 2433960014L, 3412563911L);
        assertThat(words(4294967295L, 4)).containsExactly(419326371L, 479346978L, 3918654476L, 2416749639L);
    }

    @Test
    void next32_beyondTheFirstRefill_isNumpys() {
        long[] words = words(0, 2000);

        assertThat(words[623]).isEqualTo(3791854820L);
        assertThat(words[624]).isEqualTo(341544762L);
        assertThat(words[1999]).isEqualTo(3856691381L);
    }

    @Test
    void permutation_spaceshipRows_isNumpys() {
        int[] order = Permutation.of(8693, 0);

        assertThat(order).startsWith(3601, 6057, 2797, 7110, 8579, 989).endsWith(7891, 4859, 3264, 2732);
        assertThat(checksum(order)).isEqualTo(1966926168L);
        assertThat(checksum(Permutation.of(100_000, 20265))).isEqualTo(3921437800L);
    }

    @Test
    void of_fractionWithRoundingTrap_takesTheCeilingOfTheDoubleProduct() {
        TrainTestSplit split = TrainTestSplit.of(200, 0.14, 3);

        assertThat(split.test()).hasSize(29).startsWith(40, 51, 139, 197, 170, 82, 183, 46, 70, 100);
        assertThat(split.train()).hasSize(171).startsWith(86, 64, 47, 158, 34);
    }

    @Test
    void of_nothingLeftToTrainOn_saysSo() {
        assertThatThrownBy(() -> TrainTestSplit.of(3, 0.9, 0)).hasMessageContaining("no row is left to train on");
        assertThatThrownBy(() -> TrainTestSplit.of(3, 1.0, 0)).hasMessageContaining("test-fraction");
    }

    @Property(tries = 200, seed = "1")
    void of_anyRows_usesEachOnce(
            @ForAll @IntRange(min = 2, max = 500) int n,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double fraction,
            @ForAll @LongRange(min = 0, max = 4294967295L) long seed) {
        TrainTestSplit split = TrainTestSplit.of(n, fraction, seed);

        assertThat(IntStream.concat(Arrays.stream(split.test()), Arrays.stream(split.train()))
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, n).boxed().toList());
    }

    @Test
    void of_manySizesFractionsAndSeeds_equalsScikitLearn() {
        DebianPython.require();
        List<Map<String, Number>> cases = IntStream.range(0, 60)
                .mapToObj(i -> Map.<String, Number>of(
                        "n", 2 + i * i * 3, "f", 0.05 + (i % 9) * 0.05, "s", (i * 2654435761L) % 4294967296L))
                .toList();

        var expected = DebianPython.run("""
                import json, sys
                from sklearn.model_selection import train_test_split
                out = []
                for c in json.load(sys.stdin):
                    train, test = train_test_split(range(c["n"]), test_size=c["f"], random_state=c["s"])
                    out.append([train, test])
                print(json.dumps(out))
                """, cases);

        for (int i = 0; i < cases.size(); i++) {
            Map<String, Number> c = cases.get(i);
            TrainTestSplit split = TrainTestSplit.of(
                    c.get("n").intValue(), c.get("f").doubleValue(), c.get("s").longValue());
            assertThat(new ObjectMapper()
                            .valueToTree(List.of(split.train(), split.test()))
                            .toString())
                    .as("%s", c)
                    .isEqualTo(expected.get(i).toString());
        }
    }

    private static long[] words(long seed, int count) {
        MersenneTwister random = new MersenneTwister(seed);
        return IntStream.range(0, count).mapToLong(i -> random.next32()).toArray();
    }

    private static long checksum(int[] order) {
        CRC32 crc = new CRC32();
        crc.update(Arrays.stream(order)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}
