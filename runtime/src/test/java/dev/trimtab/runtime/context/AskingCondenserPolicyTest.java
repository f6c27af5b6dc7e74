package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The condensers that ask a model, by the ids of the fidelity checklist; {@link ContextPolicyContract} holds for them too. */
class AskingCondenserPolicyTest extends ContextPolicyContract {
    private static final SearchState SEARCH = new SearchState(5, 3, true, List.of(), List.of());
    private static final String TEN = "condenser: {keep-first: 1, max-size: 10}";
    private static final String PIPELINE = "pipeline: [{triggers: [request], keep-first: 0},"
            + " {triggers: [events, request], replacement: summary, max-size: 10}]";
    private static final int PLENTY = 10_000;

    /** A model that answers from a queue and keeps what it was asked. */
    private static final class Scripted implements Consultant {
        private final Deque<AiMessage> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();
        private int room = PLENTY;

        private Scripted says(String... texts) {
            for (String text : texts) {
                answers.add(AiMessage.from(text));
            }
            return this;
        }

        private Scripted calls(String function, String arguments) {
            answers.add(AiMessage.from(ToolExecutionRequest.builder()
                    .id("c")
                    .name(function)
                    .arguments(arguments)
                    .build()));
            return this;
        }

        @Override
        public int room() {
            return room;
        }

        @Override
        public AiMessage ask(String prompt, @Nullable ToolSpecification function) {
            asked.add(prompt);
            return answers.remove();
        }
    }

    private final Scripted model = new Scripted();

    @Override
    ContextPolicy fresh() {
        return Condensers.policy("openhands-llm", TEN);
    }

    @Test
    void o10_llm_keepsHeadSummaryAndTail_andPassesTheSummaryOn() {
        ContextPolicy llm = fresh();
        model.says("first notes", "second notes");

        assertThat(shown(llm, events(10), PLENTY)).hasSize(10);
        assertThat(shown(llm, events(11), PLENTY))
                .containsExactly("event 0", "first notes", "event 8", "event 9", "event 10");
        assertThat(shown(llm, events(16), PLENTY)).hasSize(10);
        assertThat(shown(llm, events(17), PLENTY))
                .containsExactly("event 0", "second notes", "event 14", "event 15", "event 16");
        assertThat(model.asked).hasSize(2);
        assertThat(model.asked.get(0)).contains("event 1", "event 7").doesNotContain("event 0", "event 8");
        assertThat(model.asked.get(1))
                .contains("first notes", "event 8", "event 13")
                .doesNotContain("event 7", "event 14");
    }

    @Test
    void o11_attention_keepsTheBestRanked_fillsFromTheNewest_andIgnoresTheHead() {
        model.calls("rank_events", "{\"ids\":[\"e0#0\",\"e3#0\",\"e99#0\",\"e3#0\"]}");

        assertThat(shown(Condensers.policy("openhands-llm-attention", TEN), events(11), PLENTY))
                .containsExactly("event 0", "event 3", "event 8", "event 9", "event 10");
    }

    @Test
    void o11_attention_dropsWhatIsRankedBeyondItsRoom() {
        model.calls("rank_events", "{\"ids\":[\"e9#0\",\"e2#0\",\"e3#0\",\"e4#0\",\"e5#0\",\"e6#0\"]}");

        assertThat(shown(Condensers.policy("openhands-llm-attention", TEN), events(11), PLENTY))
                .containsExactly("event 0", "event 2", "event 3", "event 4", "event 9");
    }

    @Test
    void o15_pipeline_stopsAtTheFirstCut() {
        assertThat(shown(Condensers.policy("openhands-pipeline", PIPELINE), events(12), /* budget= */ 20))
                .containsExactly("event 6", "event 7", "event 8", "event 9", "event 10", "event 11");
        assertThat(model.asked).as("the summary was not needed").isEmpty();
    }

    @Test
    void o15_pipeline_whereAllFits_goesOnToTheSummary() {
        model.says("notes");

        assertThat(shown(Condensers.policy("openhands-pipeline", PIPELINE), events(11), PLENTY))
                .contains("notes");
    }

    @Test
    void o17_structured_showsTheFields_andABadCallLeavesAnEmptySummary() {
        model.calls(
                "record_state", "{\"current_state\":\"half done\",\"pending_tasks\":\" tests \",\"unknown\":\"x\"}");
        assertThat(shown(Condensers.policy("openhands-structured", TEN), events(11), PLENTY))
                .containsExactly(
                        "event 0", "pending_tasks: tests\ncurrent_state: half done", "event 8", "event 9", "event 10");

        model.calls("record_state", "{half").says("no call at all");
        for (int i = 0; i < 2; i++) {
            assertThat(shown(Condensers.policy("openhands-structured", TEN), events(11), PLENTY))
                    .containsExactly("event 0", "event 8", "event 9", "event 10");
        }
    }

    @Test
    void o22_sdk_moreEventsThanTheSize_isCutAsLlmDoes() {
        model.says("notes");
        assertThat(shown(Condensers.policy("openhands-sdk", TEN), events(11), PLENTY))
                .contains("notes")
                .hasSize(5);
    }

    @Test
    void o22_sdk_moreTokensThanThereAre_isCutToHalfOfThem() {
        model.says("notes");

        List<String> shown =
                shown(Condensers.policy("openhands-sdk", "condenser: {keep-first: 1, max-size: 100}"), events(30), 40);

        assertThat(shown).startsWith("event 0", "notes").endsWith("event 29");
        assertThat(shown.size()).isLessThanOrEqualTo(2 + 10);
    }

    @Test
    void o22_sdk_hardWithTooLittleProgress_sumsUpEverything() {
        model.says("all of it");

        assertThat(shown(
                        Condensers.policy("openhands-sdk", "condenser: {keep-first: 20, max-size: 100}"),
                        events(21),
                        30))
                .containsExactly("all of it");
        assertThat(model.asked.get(0)).contains("event 0", "event 20");
    }

    /** The head ends amid the calls of one reply, which cannot be parted; behind them a tenth of the events is not to be had. */
    @Test
    void o22_sdk_softWithTooLittleProgress_goesOnUncut_whereHardSumsUpEverything() {
        List<ContextItem> items = new ArrayList<>(calls(20));
        items.addAll(events(4));

        assertThat(shown(Condensers.policy("openhands-sdk", TEN), items, PLENTY))
                .hasSize(24);
        assertThat(model.asked).isEmpty();

        model.says("all of it");
        assertThat(shown(Condensers.policy("openhands-sdk", TEN), items, 30)).containsExactly("all of it");
    }

    @Test
    void o22_sdk_cutAmidTheCallsOfOneReply_movesBehindThem() {
        List<ContextItem> items = new ArrayList<>(events(3));
        items.addAll(calls(4));
        items.addAll(events(5).subList(3, 5));
        model.says("notes");

        assertThat(shown(Condensers.policy("openhands-sdk", TEN), items, PLENTY))
                .containsExactly("event 0", "notes", "event 3", "event 4");
        assertThat(model.asked.get(0)).contains("event 1", "call 0", "call 3").doesNotContain("event 3");
    }

    @Test
    void question_longerThanItsRoom_isCutEventByEventUntilItHasRoom() {
        model.says("notes");
        model.room = 110;
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            items.add(new ContextItem("e" + i, ContextItem.Kind.OBSERVATION, i, "word ".repeat(50), null));
        }

        shown(fresh(), items, 100_000);

        assertThat(Samples.words().count(model.asked.get(0))).isLessThanOrEqualTo(110);
    }

    @Test
    void newestEventLongerThanWhatTheSummaryLeaves_isShownCutBesideIt() {
        ContextPolicy llm = fresh();
        model.says("notes");
        List<ContextItem> items = new ArrayList<>(events(10));
        items.add(new ContextItem(
                "last", ContextItem.Kind.OBSERVATION, 10, "first " + "word ".repeat(90) + "last", null));

        assertThat(shown(llm, items, 30)).hasSize(2).satisfies(texts -> {
            assertThat(texts.get(0)).isEqualTo("notes");
            assertThat(texts.get(1)).startsWith("first").endsWith("last").contains("characters cut");
        });
    }

    @Test
    void llmSummary_attemptsThatDoNotFit_keepTheirLinesBeforeTheSummary() {
        Hypotheses hypotheses = Samples.search(9);
        ContextView view = new ContextView(
                "improve", Samples.items(hypotheses), 220, Samples.words()::count, hypotheses.state(9, 4));
        ContextPolicy general = Condensers.policy("llm-summary");
        model.says("the rest in words");

        general.consult(view, model);
        ContextPlan plan = general.plan(view);

        assertThat(plan.shown())
                .filteredOn(shown -> shown.item().id().equals("summary"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.text()).contains("family: ", "the rest in words"));
        assertThat(plan.granted()).isLessThanOrEqualTo(220);
    }

    private List<String> shown(ContextPolicy policy, List<ContextItem> items, int budget) {
        ContextView view = new ContextView("act", items, budget, Samples.words()::count, SEARCH);
        policy.consult(view, model);
        return policy.plan(view).shown().stream().map(ContextPlan.Shown::text).toList();
    }

    /** Calls of one reply with their results, two events each. */
    private static List<ContextItem> calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ContextItem.of(
                        "c" + i,
                        ContextItem.Kind.OBSERVATION,
                        i,
                        List.of(
                                new Turn.Called("reply", "", "c" + i, "look", "{}", "call " + i),
                                new Turn.Answered("c" + i, "look", "", "result " + i)),
                        null))
                .toList();
    }

    private static List<ContextItem> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ContextItem("e" + i, ContextItem.Kind.OBSERVATION, i, "event " + i, null))
                .toList();
    }
}
