package dev.trimtab.benchmark.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Winnowing: what its authors print, what another implementation gives, and what they prove. */
final class WinnowingTest {
    @Test
    void select_onTheExampleOfItsAuthors_isWhatTheyPrint() {
        List<Integer> hashes = List.of(77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98);

        assertThat(new Winnowing(5, 4).select(hashes)).containsExactly(3, 6, 8, 11, 15);
    }

    /** Of copydetect 0.5.0, less what it selects before its first window is full. */
    @Test
    void select_onHashesWithoutTies_isWhatCopydetectSelects() {
        List<Integer> one = List.of(
                17, 21, 10, 19, 14, 20, 26, 3, 24, 22, 23, 4, 2, 25, 6, 18, 13, 7, 27, 1, 16, 0, 15, 29, 28, 9, 8, 12,
                11, 5);
        List<Integer> other = List.of(
                1, 0, 14, 9, 21, 19, 23, 6, 3, 20, 5, 27, 12, 4, 10, 16, 28, 25, 17, 2, 7, 26, 24, 18, 11, 22, 29, 13,
                15, 8);

        assertThat(new Winnowing(1, 4).select(one)).containsExactly(2, 4, 7, 11, 12, 14, 17, 19, 21, 25, 26, 29);
        assertThat(new Winnowing(1, 7).select(other)).containsExactly(1, 8, 13, 19, 20, 24, 29);
    }

    @Property(tries = 300, seed = "1")
    void select_everyWindow_holdsAPlaceSelected_andNoneSelectedIsLeastInNoWindow(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 9) Integer> hashes,
            @ForAll @IntRange(min = 1, max = 12) int window) {
        List<Integer> places = new Winnowing(1, window).select(hashes);
        Set<Integer> least = new HashSet<>();

        for (int start = 0; start == 0 || start + window <= hashes.size(); start++) {
            int from = start;
            int end = Math.min(hashes.size(), start + window);
            assertThat(places).anyMatch(place -> place >= from && place < end);
            int smallest =
                    hashes.subList(from, end).stream().mapToInt(i -> i).min().orElseThrow();
            least.add(from + hashes.subList(from, end).lastIndexOf(smallest));
        }
        assertThat(places).isSorted().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(least);
    }

    @Property(tries = 200, seed = "1")
    void fingerprints_ofTwoTextsThatShareRunPlusWindowLessOneTokens_shareOne(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5) Integer> before,
            @ForAll @Size(max = 20) List<@IntRange(min = 6, max = 9) Integer> after,
            @ForAll @IntRange(min = 1, max = 6) int run,
            @ForAll @IntRange(min = 1, max = 6) int window) {
        List<String> shared = IntStream.range(0, run + window - 1)
                .mapToObj(i -> "shared " + i)
                .toList();
        List<String> one = new ArrayList<>(before.stream().map(String::valueOf).toList());
        one.addAll(shared);
        List<String> other = new ArrayList<>(shared);
        other.addAll(after.stream().map(String::valueOf).toList());
        Winnowing winnowing = new Winnowing(run, window);

        assertThat(winnowing.fingerprints(one)).containsAnyElementsOf(winnowing.fingerprints(other));
    }

    @Test
    void fingerprints_ofATextShorterThanARun_areNone() {
        assertThat(new Winnowing(3, 2).fingerprints(List.of("a", "b"))).isEmpty();
    }
}
