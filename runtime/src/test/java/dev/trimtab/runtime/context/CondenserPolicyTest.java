package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenHands' condensers, by the ids of the fidelity checklist; {@link ContextPolicyContract} holds for them too. */
class CondenserPolicyTest extends ContextPolicyContract {
    private static final SearchState SEARCH = new SearchState(5, 3, true, List.of(), List.of());

    @Override
    ContextPolicy fresh() {
        return Condensers.policy("openhands-amortized", "condenser: {keep-first: 1, max-size: 10}");
    }

    @Test
    void o08_recent_keepsHeadAndTailInOrder() {
        ContextPolicy recent = Condensers.policy("openhands-recent", "condenser: {max-size: 6}");

        assertThat(ids(recent, events(6))).containsExactly("e0", "e1", "e2", "e3", "e4", "e5");
        assertThat(ids(recent, events(9))).containsExactly("e0", "e4", "e5", "e6", "e7", "e8");
    }

    @Test
    void o09_amortized_keepsOneAndFourOfEleven_andStaysSo() {
        ContextPolicy amortized = fresh();

        assertThat(ids(amortized, events(10))).hasSize(10);
        assertThat(ids(amortized, events(11))).containsExactly("e0", "e7", "e8", "e9", "e10");
        assertThat(ids(amortized, events(12))).containsExactly("e0", "e7", "e8", "e9", "e10", "e11");
    }

    @Test
    void o09_planThatIsNotAdopted_forgetsNothing() {
        ContextPolicy amortized = fresh();
        amortized.plan(view(events(11), 10_000));

        assertThat(amortized.plan(view(events(10), 10_000)).shown()).hasSize(10);
    }

    @Test
    void o12_masking_masksObservationsBeforeTheWindowAndNoActions() {
        ContextPolicy masking = Condensers.policy("openhands-observation-masking", "condenser: {attention-window: 3}");

        assertThat(masking.plan(view(pairs(3), 10_000)).shown())
                .extracting(ContextPlan.Shown::text)
                .containsExactly("do 0\nsaw: <MASKED>", "do 1\nsaw: this 1", "do 2\nsaw: this 2");
    }

    @Test
    void o12_masking_observationJustBeforeTheWindowIsMasked_andTheFirstInItIsNot() {
        ContextPolicy four = Condensers.policy("openhands-observation-masking", "condenser: {attention-window: 4}");
        ContextPolicy five = Condensers.policy("openhands-observation-masking", "condenser: {attention-window: 5}");

        assertThat(four.plan(view(pairs(3), 10_000)).shown())
                .as("the observation of the first of three pairs is the event before the newest four")
                .extracting(ContextPlan.Shown::text)
                .containsExactly("do 0\nsaw: <MASKED>", "do 1\nsaw: this 1", "do 2\nsaw: this 2");
        assertThat(five.plan(view(pairs(3), 10_000)).shown())
                .extracting(ContextPlan.Shown::text)
                .containsExactly("do 0\nsaw: this 0", "do 1\nsaw: this 1", "do 2\nsaw: this 2");
    }

    @Test
    void o13_conversationWindow_keepsTheNewerHalfWhereAllDoesNotFit() {
        ContextPolicy window = Condensers.policy("openhands-conversation-window");

        assertThat(ids(window, events(8), 1000)).hasSize(8);
        assertThat(ids(window, events(8), 30)).containsExactly("e4", "e5", "e6", "e7");
    }

    @Test
    void o13_pairOfWhichOneEventIsForgotten_isNotShown() {
        ContextPolicy recent = Condensers.policy("openhands-recent", "condenser: {max-size: 5}");

        assertThat(ids(recent, pairs(4))).containsExactly("p2", "p3");
    }

    @Test
    void o23_nothingThatFits_endsWithNothingShown() {
        ContextPolicy window = Condensers.policy("openhands-conversation-window");

        assertThat(ids(window, events(8), 1)).isEmpty();
    }

    @Test
    void plan_newestCallAndResultLongerThanTheMemory_areShownCutAsTextOfOnePiece() {
        ContextPolicy noop = Condensers.policy("openhands-noop");
        List<Turn> turns = List.of(
                new Turn.Called("r", "", "c", "run", "{}", "run " + "x".repeat(80)),
                new Turn.Answered("c", "run", "It printed: ", "done"));
        ContextItem item = ContextItem.of("long", ContextItem.Kind.OBSERVATION, 0, turns, null);

        assertThat(noop.plan(view(List.of(item), 70)).shown()).singleElement().satisfies(shown -> {
            assertThat(shown.text()).startsWith("run x").endsWith("done");
            assertThat(shown.turns()).isEmpty();
        });
    }

    @Test
    void o16_headOfHalfTheSize_isRefused() {
        assertThatThrownBy(() -> Condensers.policy("openhands-recent", "condenser: {keep-first: 5, max-size: 10}"))
                .hasMessageContaining("keep-first");
    }

    private static List<String> ids(ContextPolicy policy, List<ContextItem> items) {
        return ids(policy, items, 10_000);
    }

    private static List<String> ids(ContextPolicy policy, List<ContextItem> items, int budget) {
        ContextPlan plan = policy.plan(view(items, budget));
        policy.adopted(plan, SEARCH);
        return plan.shown().stream().map(shown -> shown.item().id()).toList();
    }

    private static ContextView view(List<ContextItem> items, int budget) {
        return new ContextView("act", items, budget, String::length, SEARCH);
    }

    private static List<ContextItem> events(int count) {
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new ContextItem("e" + i, ContextItem.Kind.OBSERVATION, i, "event", null));
        }
        return items;
    }

    private static List<ContextItem> pairs(int count) {
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Turn> turns = List.of(
                    new Turn.Called("r" + i, "", "c" + i, "tool", "{}", "do " + i),
                    new Turn.Answered("c" + i, "tool", "saw: ", "this " + i));
            items.add(ContextItem.of("p" + i, ContextItem.Kind.OBSERVATION, i, turns, null));
        }
        return items;
    }
}
