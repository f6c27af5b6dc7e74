package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.config.PolicyConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The controller in a run: what it decides is what the prompt shows, and each decision carries its certificate. */
final class PortfolioContextPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return new ContextPolicies().create(PolicyConfig.DEFAULT);
    }

    @Test
    void plan_overASearch_retiresBranchesAndPursues_andEveryDecisionHasACertificate() {
        ContextPolicy policy = fresh();
        Hypotheses hypotheses =
                new Hypotheses(new CodeFeatureClassifier(), /* higherIsBetter= */ true, /* window= */ 8);
        Set<String> decided = new HashSet<>();
        for (int step = 0; step < 24; step++) {
            hypotheses.observe(
                    Samples.attempt(step, step < 5 ? "" : "n" + (step / 2), step % 4 == 3 ? null : 0.5 + 0.01 * step));
            SearchState search = hypotheses.state(step + 1, 8 - step % 8);
            ContextPlan plan = policy.plan(new ContextView(
                    "improve", Samples.items(hypotheses), /* budget= */ 220, Samples.words()::count, search));
            policy.adopted(plan, search);
            plan.decisions().forEach(decision -> {
                decided.add(decision.get("type").asText());
                assertThat(decision.at("/certificate/law").asText()).isNotEmpty();
                assertThat(decision.at("/certificate/inputs").isObject()).isTrue();
            });
            assertThat(plan.granted()).isLessThanOrEqualTo(220);
            assertThat(plan.readings()).containsKeys("contamination", "adequacy", "families-alive");
        }

        assertThat(decided).contains("retire", "branch", "pursue");
    }

    @Test
    void plan_ofARetiredItem_showsAHandleOnly() {
        ContextPlan plan = fresh().plan(Samples.view(/* attempts= */ 20, /* budget= */ 200));

        assertThat(plan.shown())
                .filteredOn(s -> s.representation() == Representation.SHADOW)
                .allSatisfy(s -> assertThat(s.text()).contains("archived"));
        assertThat(plan.representations()).containsValue(Representation.SHADOW);
    }

    @Test
    void plan_whereTheLastStepMadeNoAttempt_showsItBeforeAllHypotheses() {
        ContextView full = Samples.view(/* attempts= */ 20, /* budget= */ 60);
        List<ContextItem> items = new ArrayList<>(full.items());
        items.add(new ContextItem(
                "edit", ContextItem.Kind.OBSERVATION, 20, "word ".repeat(50).strip(), /* attempt= */ null));
        ContextView view = new ContextView(full.purpose(), items, full.budget(), full.tokens(), full.search());

        ContextPlan plan = fresh().plan(view);

        assertThat(plan.shown())
                .filteredOn(shown -> shown.item().id().equals("edit"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.representation()).isEqualTo(Representation.FULL));
        assertThat(plan.granted()).isLessThanOrEqualTo(60);
        assertThat(fresh().plan(full).shown())
                .as("without it others take that room")
                .hasSizeGreaterThan(1);
    }

    @Test
    void plan_whereTheLastTurnFailed_showsHowBeforeAllHypotheses_cutWhereItIsLongerThanTheMemory() {
        ContextView full = Samples.view(/* attempts= */ 20, /* budget= */ 60);
        ContextItem newest = full.items().get(19);
        assertThat(newest.attempt()).isNotNull().matches(Attempt::buggy);

        for (int words : new int[] {50, 90}) {
            List<Turn> turns = List.of(
                    new Turn.Called("r", "", "c", "run", "{}", "run"),
                    new Turn.Answered("c", "run", "", "line ".repeat(words) + "KeyError"));
            List<ContextItem> items = new ArrayList<>(full.items().subList(0, 19));
            items.add(ContextItem.of(newest.id(), newest.kind(), newest.step(), turns, newest.attempt()));

            ContextPlan plan =
                    fresh().plan(new ContextView(full.purpose(), items, full.budget(), full.tokens(), full.search()));

            assertThat(plan.granted()).isLessThanOrEqualTo(60);
            assertThat(plan.shown())
                    .filteredOn(shown -> shown.item().id().equals(newest.id()))
                    .singleElement()
                    .satisfies(shown -> {
                        assertThat(shown.text()).startsWith("run").endsWith("KeyError");
                        assertThat(shown.tokens()).isBetween(words == 50 ? 51 : 20, words == 50 ? 60 : 30);
                    });
        }
    }

    @Test
    void plan_whereTheLastTurnFailedAndIsShown_countsItsTokensOnce_andTheRestGoesToOthers() {
        ContextView full = Samples.view(/* attempts= */ 20, /* budget= */ 150);
        ContextItem newest = full.items().get(19);
        List<Turn> turns = List.of(
                new Turn.Called("r", "", "c", "run", "{}", "run"),
                new Turn.Answered("c", "run", "", "line ".repeat(48) + "KeyError"));
        List<ContextItem> items = new ArrayList<>(full.items().subList(0, 19));
        items.add(ContextItem.of(newest.id(), newest.kind(), newest.step(), turns, newest.attempt()));

        ContextPlan plan =
                fresh().plan(new ContextView(full.purpose(), items, full.budget(), full.tokens(), full.search()));

        assertThat(plan.shown())
                .filteredOn(shown -> !shown.item().id().equals(newest.id()))
                .filteredOn(shown -> shown.representation() == Representation.FULL)
                .as("counted twice it leaves room for one only")
                .hasSizeGreaterThan(1);
        assertThat(plan.granted()).isLessThanOrEqualTo(150);
    }
}
