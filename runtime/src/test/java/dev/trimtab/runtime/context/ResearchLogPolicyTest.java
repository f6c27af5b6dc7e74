package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MLAB's window, by the ids of the fidelity checklist; {@link ContextPolicyContract} holds for it too. */
class ResearchLogPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return new ResearchLogPolicy(3, 3);
    }

    @Test
    void m02_window_showsTheNewestThreeSteps() {
        assertThat(shown(new ResearchLogPolicy(3, 3), steps(5), 10_000))
                .containsExactly("did 2\nObservation: saw 2", "did 3\nObservation: saw 3", "did 4\nObservation: saw 4");
    }

    @Test
    void m02_oneObservation_theOthersAreDone() {
        assertThat(shown(new ResearchLogPolicy(3, 1), steps(5), 10_000))
                .containsExactly(
                        "did 2\nObservation: <Done>", "did 3\nObservation: <Done>", "did 4\nObservation: saw 4");
    }

    @Test
    void m20_digest_comesBeforeTheWindow() {
        List<ContextItem> items = new ArrayList<>();
        items.add(new ContextItem("digest", ContextItem.Kind.NOTE, 4, "The log.", null));
        items.addAll(steps(5));

        assertThat(shown(new ResearchLogPolicy(3, 3), items, 10_000)).hasSize(4).startsWith("The log.");
    }

    @Test
    void plan_tightBudget_dropsTheOldestStepFirst() {
        assertThat(shown(new ResearchLogPolicy(3, 3), steps(5), 60))
                .containsExactly("did 3\nObservation: saw 3", "did 4\nObservation: saw 4");
    }

    @Test
    void plan_newestStepLongerThanTheMemory_isShownCut() {
        List<ContextItem> items =
                List.of(new ContextItem("long", ContextItem.Kind.OBSERVATION, 0, "a".repeat(90), null));

        assertThat(shown(new ResearchLogPolicy(3, 3), items, 60))
                .singleElement()
                .asString()
                .matches("(?s)a+\\n\\[… \\d+ characters cut …\\]\\na+");
    }

    private static List<String> shown(ContextPolicy policy, List<ContextItem> items, int budget) {
        SearchState search = new SearchState(5, 3, true, List.of(), List.of());
        return policy.plan(new ContextView("act", items, budget, String::length, search)).shown().stream()
                .map(ContextPlan.Shown::text)
                .toList();
    }

    private static List<ContextItem> steps(int count) {
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Turn> turns = List.of(
                    new Turn.Said(Turn.Speaker.ASSISTANT, "did " + i),
                    new Turn.Answered("", "tool", "Observation: ", "saw " + i));
            items.add(ContextItem.of("step-" + i, ContextItem.Kind.OBSERVATION, i, turns, null));
        }
        return items;
    }
}
