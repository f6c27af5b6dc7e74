package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The bit-parallel distance is that of the table of distances, also beyond one word and beyond the basic plane. */
final class EditDistanceTest {
    @Property(tries = 500, seed = "1")
    void of_randomTexts_isThatOfTheTable(@ForAll long seed) {
        Random random = new Random(seed);
        int[] a = random.ints(random.nextInt(200), 0, 4).toArray();
        int[] b = random.ints(random.nextInt(200), 0, 4).toArray();

        assertThat(EditDistance.of(a, b)).isEqualTo(byTable(a, b));
        assertThat(EditDistance.of(b, a)).isEqualTo(byTable(a, b));
        assertThat(EditDistance.of(a, a)).isZero();
    }

    @Test
    void of_texts_countsCodePoints() {
        assertThat(EditDistance.of("kitten", "sitting")).isEqualTo(3);
        assertThat(EditDistance.of("a\uD83D\uDE00b", "ab")).isEqualTo(1);
        assertThat(EditDistance.of("", "abc")).isEqualTo(3);
    }

    private static int byTable(int[] a, int[] b) {
        int[][] table = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                table[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                Math.min(table[i - 1][j], table[i][j - 1]) + 1,
                                table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }
        return table[a.length][b.length];
    }
}
