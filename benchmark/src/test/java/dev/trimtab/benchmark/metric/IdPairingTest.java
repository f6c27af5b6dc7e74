package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdPairingTest {
    @Property(seed = "1")
    void matched_anyOrder_findsTheNthRowOfAnIdForItsNthAnswer(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> ids, @ForAll int shuffle) {
        List<Integer> given = new ArrayList<>(ids);
        if (shuffle % 3 != 0) {
            Collections.shuffle(given, new Random(shuffle));
        }

        int[] order = IdPairing.matched(column(ids), column(given));

        Map<Integer, Integer> last = new HashMap<>();
        for (int row = 0; row < order.length; row++) {
            assertThat(given.get(order[row])).isEqualTo(ids.get(row));
            Integer before = last.put(ids.get(row), order[row]);
            assertThat(before == null || before < order[row]).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d", "%08x", "a long id in front of its number %d"})
    void matched_manyShuffledIds_findsEach(String form) {
        List<String> ids = new ArrayList<>(IntStream.range(0, 30_000)
                .mapToObj(i -> String.format(form, i % 29_990))
                .toList());
        Column wanted = Column.of("id", ids.toArray(String[]::new));
        Collections.shuffle(ids, new Random(3));
        Column given = Column.of("id", ids.toArray(String[]::new));

        int[] order = IdPairing.matched(wanted, given);

        for (int row = 0; row < order.length; row++) {
            assertThat(given.text(order[row])).isEqualTo(wanted.text(row));
        }
        assertThat(order).doesNotHaveDuplicates();
        ids.set(17, "7x");
        assertThatExceptionOfType(SubmissionFormatException.class)
                .isThrownBy(() -> IdPairing.matched(wanted, Column.of("id", ids.toArray(String[]::new))))
                .withMessageContaining("`7x`");
    }

    @Property(seed = "1")
    void sorted_anyTexts_isTheStableOrderOfTheirCodePoints(@ForAll("texts") List<String> texts) {
        Column column = Column.of("id", texts.toArray(String[]::new));
        List<Integer> expected =
                new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
        expected.sort((a, b) -> {
            boolean missing = column.isMissing(a) || column.isMissing(b);
            return missing
                    ? Boolean.compare(column.isMissing(a), column.isMissing(b))
                    : Column.compare(column, a, column, b, column.isNumeric());
        });

        assertThat(IdPairing.sorted(column))
                .containsExactly(expected.stream().mapToInt(i -> i).toArray());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> numbers =
                Arbitraries.of("", "0", "-0", "7", "-7", "1e300", "-2.5", "inf", "-inf", "07", "nan");
        Arbitrary<String> words =
                Arbitraries.strings().withChars('a', 'b', 'é', '\u0001').ofMaxLength(11);
        return Arbitraries.oneOf(numbers.list().ofMaxSize(12), words.list().ofMaxSize(12));
    }

    @Test
    void matched_numbersWrittenOtherwiseInTheSameOrder_areTheSameIds() {
        assertThat(IdPairing.matched(Column.of("id", "7", "8"), Column.of("id", "07", "8.0")))
                .containsExactly(0, 1);
    }

    @Test
    void matched_textsThatOnlyLookLikeNumbers_areComparedAsTheyStand() {
        assertThatExceptionOfType(SubmissionFormatException.class)
                .isThrownBy(() -> IdPairing.matched(Column.of("id", "7", "a"), Column.of("id", "07", "a")))
                .withMessageContaining("`07`");
    }

    @Test
    void matched_missingIdsInTheSameOrder_areRefused() {
        assertThatExceptionOfType(SubmissionFormatException.class)
                .isThrownBy(() -> IdPairing.matched(Column.of("id", "a", ""), Column.of("id", "a", "")))
                .withMessageContaining("no id of the test set");
    }

    private static Column column(List<Integer> ids) {
        return Column.of("id", ids.stream().map(String::valueOf).toArray(String[]::new));
    }
}
