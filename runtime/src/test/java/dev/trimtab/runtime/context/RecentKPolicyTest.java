package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract, for {@code RecencyPolicy.recentK(3)}. */
final class RecentKPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return RecencyPolicy.recentK(3);
    }

    @Test
    void plan_newestLongerThanTheMemory_showsItsHeadAndTail() {
        List<ContextItem> items = List.of(
                new ContextItem("old", ContextItem.Kind.OUTPUT, 0, "short", null),
                new ContextItem("new", ContextItem.Kind.OUTPUT, 1, "head " + "x".repeat(500) + " tail", null));
        SearchState search = new SearchState(2, 3, true, List.of(), List.of());

        ContextPlan plan = fresh().plan(new ContextView("act", items, 100, String::length, search));

        assertThat(plan.granted()).isBetween(90, 100);
        assertThat(plan.shown()).singleElement().satisfies(shown -> {
            assertThat(shown.text()).startsWith("head ").endsWith(" tail").contains("characters cut");
            assertThat(shown.representation()).isEqualTo(Representation.COMPRESSED);
        });
        assertThat(fresh().plan(new ContextView("act", items, 3, String::length, search))
                        .shown())
                .as("no room for the words that say what is cut")
                .isEmpty();
    }
}
