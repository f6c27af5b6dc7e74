package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.config.CondenserConfig.Replacement;
import dev.trimtab.runtime.config.CondenserConfig.Selection;
import dev.trimtab.runtime.config.CondenserConfig.Trigger;
import dev.trimtab.runtime.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Condensers that a user composes of triggers, a selection and a replacement, and pipelines of them. */
class CondenserCompositionTest {
    private static final SearchState SEARCH = new SearchState(5, 3, true, List.of(), List.of());
    private static final int PLENTY = 10_000;

    /** A model that sums up in a few words, or names the oldest event it was shown. */
    private static final class Brief implements Consultant {
        private int asked;

        @Override
        public int room() {
            return PLENTY;
        }

        @Override
        public AiMessage ask(String prompt, @Nullable ToolSpecification function) {
            asked++;
            return function == null
                    ? AiMessage.from("notes " + asked)
                    : AiMessage.from(ToolExecutionRequest.builder()
                            .id("c")
                            .name(function.name())
                            .arguments("{\"ids\":[\"e1#0\"],\"current_state\":\"state " + asked + "\"}")
                            .build());
        }
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void anyThatGoTogether_keepTheBudget_andPlanTheSameAgain(String composition) {
        Brief model = new Brief();
        Brief again = new Brief();
        ContextPolicy policy = composed(composition);
        ContextPolicy twin = composed(composition);
        for (int events = 1; events < 30; events++) {
            ContextView view = view(events(events), 18 + 7 * (events % 4));
            int before = model.asked;

            ContextPlan plan = planned(policy, view, model);

            assertThat(plan.granted()).isLessThanOrEqualTo(view.budget());
            assertThat(model.asked - before).isLessThanOrEqualTo(policy.mostQuestions());
            assertThat(planned(twin, view, again)).isEqualTo(plan);
        }
    }

    static Stream<String> compositions() {
        return all().filter(composition -> {
            try {
                composed(composition);
                return true;
            } catch (ConfigException refused) {
                return false;
            }
        });
    }

    /** Where nothing stands for what goes, the newest call is there, cut if it must be. */
    @ParameterizedTest
    @MethodSource("compositions")
    void anyWithoutReplacement_showsTheNewestCallOrAPartOfIt(String composition) {
        if (!composition.contains("replacement: nothing")) {
            return;
        }
        for (int calls = 1; calls < 20; calls++) {
            for (int budget : List.of(8, 14, 40)) {
                ContextPolicy policy = composed(composition);

                ContextPlan plan = planned(policy, view(calls("look", calls), budget), new Brief());

                assertThat(plan.shown()).isNotEmpty();
                assertThat(plan.shown().get(plan.shown().size() - 1).item().id())
                        .isEqualTo("c" + (calls - 1));
            }
        }
    }

    @Test
    void tokensBeyondTheirCap_withARanking_areCutToHalfOfThem() {
        Brief model = new Brief();
        ContextPolicy policy =
                composed("condenser: {triggers: [tokens], selection: attention, replacement: summary, max-tokens: 40}");

        ContextPlan plan = planned(policy, view(events(30), PLENTY), model);

        assertThat(texts(plan)).startsWith("event 0", "notes 2", "event 1").endsWith("event 29");
        assertThat(plan.granted()).isLessThanOrEqualTo(20 + 6);
    }

    @Test
    void compositions_areAllButThoseThatMeanNothing() {
        // Of 16 sets of triggers 7 name step beside others; [step] alone goes with recent and mask without replacement,
        // none with recent alone, since it cuts nothing, the other 7 with recent and attention and all four
        // replacements.
        assertThat(compositions()).hasSize(7 * 2 * 4 + 1 + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{triggers: [step, events]} | triggers",
                "{triggers: [events], selection: mask} | selection",
                "{triggers: [step], selection: attention} | selection",
                "{triggers: [step], replacement: summary} | replacement",
                "{triggers: [events], max-tokens: 100} | max-tokens",
                "{minimum-progress: 1.5} | minimum-progress",
                "{minimum-progress: 0.1} | minimum-progress"
            })
    void whatMeansNothing_isRefusedByTheKeyToBlame(String condenser, String key) {
        assertThatThrownBy(() -> composed("condenser: " + condenser))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("key 'condenser." + key + "'");
    }

    @Test
    void attentionWithASummary_ranksFirst_thenSumsUpWhatGoes() {
        Brief model = new Brief();
        ContextPolicy policy =
                composed("condenser: {triggers: [events], selection: attention, replacement: summary, max-size: 10}");

        assertThat(texts(planned(policy, view(events(11), PLENTY), model)))
                .containsExactly("event 0", "notes 2", "event 1", "event 9", "event 10");
    }

    @Test
    void tokensBeyondTheirCap_triggerACutToHalfOfThem_whereTheBudgetHasRoom() {
        ContextPolicy policy = composed("condenser: {triggers: [tokens], max-tokens: 20, keep-first: 1}");

        ContextPlan plan = planned(policy, view(events(12), PLENTY), new Brief());

        assertThat(texts(plan)).startsWith("event 0").endsWith("event 11");
        assertThat(plan.granted()).isLessThanOrEqualTo(10 + 3);
    }

    @Test
    void pipeline_masksInEveryPrompt_andForgetsByTheFirstThatCan() {
        Brief model = new Brief();
        ContextPolicy policy = composed("""
                pipeline:
                  - {triggers: [request], keep-first: 0}
                  - {triggers: [step], selection: mask, attention-window: 2}
                  - {triggers: [events], replacement: summary, max-size: 8}
                """);

        assertThat(texts(planned(policy, view(calls("look", 4), PLENTY), model)))
                .as("all fits and eight events are not too many")
                .containsExactly("call 0\n<MASKED>", "call 1\n<MASKED>", "call 2\n<MASKED>", "call 3\nresult 3");
        assertThat(texts(planned(policy, view(calls("look", 5), PLENTY), model)))
                .as("ten are: head and a tail of two events stay of them, whole pairs only")
                .containsExactly("notes 1", "call 4\nresult 4");
        planned(policy, view(calls("look", 12), /* budget= */ 15), model);
        assertThat(model.asked)
                .as("what does not fit is cut before anything is asked")
                .isEqualTo(1);
    }

    @Test
    void modelThatAsksForACut_getsOne_andOnlyOne() {
        ContextPolicy policy = composed("condenser: {triggers: [request], keep-first: 0}");
        List<ContextItem> items = new ArrayList<>(events(6));
        assertThat(planned(policy, view(items, PLENTY), new Brief()).shown()).hasSize(6);

        items.add(request());
        assertThat(planned(policy, view(items, PLENTY), new Brief()).shown()).hasSize(3);
        assertThat(planned(policy, view(items, PLENTY), new Brief()).shown())
                .as("it was seen to")
                .hasSize(3);
    }

    @Test
    void condenserBesideAPipeline_isRefused() {
        assertThatThrownBy(() -> Condensers.policy("openhands-pipeline", "condenser: {max-size: 20}"))
                .hasMessageContaining("condenser says nothing beside pipeline");
    }

    @Test
    void modelThatAsksForACut_ofACondenserThatTakesNoRequests_getsNone() {
        ContextPolicy policy = composed("condenser: {triggers: [events], max-size: 100}");
        List<ContextItem> items = new ArrayList<>(events(6));
        items.add(request());

        assertThat(planned(policy, view(items, PLENTY), new Brief()).shown()).hasSize(7);
    }

    private static Stream<String> all() {
        return IntStream.range(0, 1 << Trigger.values().length).boxed().flatMap(set -> {
            List<String> triggers = Stream.of(Trigger.values())
                    .filter(trigger -> (set >> trigger.ordinal() & 1) == 1)
                    .map(CondenserCompositionTest::word)
                    .toList();
            return Stream.of(Selection.values())
                    .flatMap(selection -> Stream.of(Replacement.values())
                            .map(replacement -> "condenser: {triggers: " + triggers + ", selection: " + word(selection)
                                    + ", replacement: " + word(replacement) + sizes(triggers, selection) + "}"));
        });
    }

    /** Small numbers of events for what reads them, since others would be refused. */
    private static String sizes(List<String> triggers, Selection selection) {
        if (selection == Selection.MASK) {
            return ", attention-window: 3";
        }
        return triggers.contains("events") || triggers.contains("step") ? ", max-size: 8" : "";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ContextPolicy composed(String yaml) {
        return Condensers.policy("keep-all", "kind: condenser", yaml);
    }

    private static ContextPlan planned(ContextPolicy policy, ContextView view, Consultant model) {
        policy.consult(view, model);
        ContextPlan plan = policy.plan(view);
        policy.adopted(plan, SEARCH);
        return plan;
    }

    private static List<String> texts(ContextPlan plan) {
        return plan.shown().stream().map(ContextPlan.Shown::text).toList();
    }

    private static ContextView view(List<ContextItem> items, int budget) {
        return new ContextView("act", items, budget, Samples.words()::count, SEARCH);
    }

    private static List<ContextItem> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ContextItem("e" + i, ContextItem.Kind.OBSERVATION, i, "event " + i, null))
                .toList();
    }

    private static ContextItem request() {
        return new ContextItem("asks", ContextItem.Kind.REQUEST, 6, "condense", null);
    }

    private static List<ContextItem> calls(String tool, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ContextItem.of(
                        "c" + i,
                        ContextItem.Kind.OBSERVATION,
                        i,
                        List.of(
                                new Turn.Called("r" + i, "", "c" + i, tool, "{}", "call " + i),
                                new Turn.Answered("c" + i, tool, "", "result " + i)),
                        null))
                .toList();
    }
}
