package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a session learns of the tokens that steps add. */
final class GrowthTest {
    private static final int ROOM = 10_000;
    private static final int ONE = 1;

    private final Growth first = Growth.first(held(100, "a", "b", "c"), ROOM);

    @Test
    void expected_beforeASecondLine_isNothing() {
        assertThat(first.expected()).isZero();
        assertThat(first.none()).isFalse();
    }

    @Test
    void expected_fromTheSecondLineOn_isWhatAllHypothesesGrewByTogether() {
        Growth second = first.after(held(100, "a", "b", "c"), held(110, "a", "b", "c"), ROOM, ONE);

        assertThat(second.expected()).isEqualTo(30);
        assertThat(second.after(held(110, "a", "b", "c"), held(115, "a", "b", "c"), ROOM, ONE)
                        .expected())
                .isEqualTo(30);
        assertThat(second.none()).isFalse();
    }

    @Test
    void expected_ofSeveralStepsAtOnce_isTheShareOfOneButForWhatIsNew() {
        Growth grown = first.after(held(100, "a", "b", "c"), held(110, "a", "b", "c"), ROOM, 4);
        Growth come = first.after(held(100, "a", "b"), held(100, "a", "b", "c"), ROOM, 2);

        assertThat(grown.expected()).isEqualTo(8);
        assertThat(grown.steps()).isEqualTo(4);
        assertThat(come.expected()).isEqualTo(100);
        assertThat(come.arrivals()).isEqualTo(1);
    }

    /** What work brought in whole may have grown by that work, which room kept free for every step would not answer. */
    @Test
    void expected_ofWhatIsNotHeldAsPlanned_isNothing() {
        Portfolio planned = new Portfolio(held(100, "a").hypotheses().stream()
                .map(h -> h.heldAs(Representation.COMPRESSED))
                .toList());

        assertThat(first.after(planned, held(107, "a"), ROOM, ONE).expected()).isZero();
    }

    private static Portfolio held(int cost, String... ids) {
        List<Hypothesis> hypotheses = Stream.of(ids)
                .map(id -> Hypothesis.builder(id, new Family("of " + id))
                        .cost(cost, 20, 0, cost)
                        .build())
                .toList();
        return new Portfolio(hypotheses);
    }
}
