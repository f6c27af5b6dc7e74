package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

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
