package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The sort by digits gives the order that comparing gives. */
final class RadixSortTest {
    @Property
    void sort_anyNumbers_areInTheOrderThatComparingGives(@ForAll long[] numbers) {
        long[] compared = numbers.clone();
        sortUnsigned(compared);

        long[] sorted = numbers.clone();
        RadixSort.sort(sorted, 0);

        assertThat(sorted).isEqualTo(compared);
    }

    @Property
    void sort_lowBitsInOrderAlready_needNoLookAtThem(
            @ForAll long[] hashes, @ForAll @IntRange(min = 12, max = 31) int bits) {
        long[] keys = new long[hashes.length];
        Arrays.setAll(keys, row -> hashes[row] << bits | row);
        long[] compared = keys.clone();
        sortUnsigned(compared);

        RadixSort.sort(keys, bits);

        assertThat(keys).isEqualTo(compared);
    }

    @Property
    void sort_rowsOfFewKeys_moveWithTheirKeysAndEqualOnesStayAsTheyStand(
            @ForAll int[] any, @ForAll @IntRange(max = 2) int more) {
        int[] few = Arrays.stream(any).map(number -> number & 3).toArray();
        long[] keys = Arrays.stream(few).mapToLong(key -> (long) key << 40).toArray();
        int[] rows = IntStream.range(0, keys.length + more).toArray();
        int[] compared = IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingInt(row -> few[row]))
                .mapToInt(Integer::intValue)
                .toArray();

        RadixSort.sort(keys, rows);

        assertThat(Arrays.copyOf(rows, keys.length)).isEqualTo(compared);
        assertThat(Arrays.copyOfRange(rows, keys.length, rows.length))
                .isEqualTo(IntStream.range(keys.length, rows.length).toArray());
        assertThat(keys).isSorted();
    }

    @Property
    void key_twoNumbers_compareAsTheNumbersDo(
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double a, @ForAll double b) {
        assertThat(Long.signum(Long.compareUnsigned(RadixSort.key(a), RadixSort.key(b))))
                .isEqualTo(Integer.signum(Double.compare(a + 0.0, b + 0.0)));
    }

    private static void sortUnsigned(long[] numbers) {
        long[] signed = Arrays.stream(numbers)
                .map(number -> number ^ Long.MIN_VALUE)
                .sorted()
                .toArray();
        Arrays.setAll(numbers, i -> signed[i] ^ Long.MIN_VALUE);
    }
}
