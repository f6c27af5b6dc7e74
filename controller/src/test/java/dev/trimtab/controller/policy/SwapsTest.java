package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law L6: a carrier leaves for a substitute only if the substitute comes. */
final class SwapsTest {
    private final Situation situation = new Situation(
            PortfolioState.of(
                    new Portfolio(List.of(
                            Hypothesis.builder("held", new Family("f"))
                                    .promise(0.1)
                                    .cost(200, 20, 2, 200)
                                    .build(),
                            Hypothesis.builder("archived", new Family("f"))
                                    .promise(0.5)
                                    .cost(100, 20, 2, 100)
                                    .representation(Representation.SHADOW)
                                    .build())),
                    6),
            /* budget= */ 150,
            PolicyParameters.DEFAULT);

    @Test
    void completedBy_aPlanThatLeavesTheSubstituteAway_givesTheSwapUp() {
        Swaps swaps = Swaps.find(situation);

        assertThat(swaps.leaves("held")).isTrue();
        assertThat(swaps.completedBy(plan(Representation.SHADOW, Representation.FULL), situation.items))
                .isEqualTo(swaps);
        assertThat(swaps.completedBy(plan(Representation.COMPRESSED, Representation.SHADOW), situation.items))
                .isEqualTo(Swaps.NONE);
    }

    private Held plan(Representation held, Representation archived) {
        return Held.of(situation, new Representation[] {held, archived}, 0, 1, 0, /* fresh= */ false, /* fits= */ true);
    }
}
