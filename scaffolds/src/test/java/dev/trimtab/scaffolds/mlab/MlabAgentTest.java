package dev.trimtab.scaffolds.mlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Attempt.Fault;
import dev.trimtab.runtime.attempt.Attempt.Stage;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.prompt.Wording;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MLAB's loop with a scripted model, by the ids of the fidelity checklist. */
class MlabAgentTest {
    private static final String LIST = MlabReplies.act("List Files", "dir_path", ".");

    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @Test
    void m01_upToThreeSteps_theStartLineIsShown_thenNoMore() {
        MlabAgent agent = agent();
        context.replies(LIST, LIST, LIST, LIST, LIST).runAll(agent);

        assertThat(prompts().subList(0, 4))
                .allSatisfy(prompt -> assertThat(prompt).contains("\nBegin."));
        assertThat(prompts().get(4)).doesNotContain("\nBegin.");
    }

    @Test
    void m03_request_stopsAtTheObservation() {
        context.replies(LIST).runAll(agent());

        assertThat(context.requests("act").get(0).stops()).containsExactly("Observation:");
    }

    @Test
    void m03_modelThatDoesNotStop_isCutAtTheObservation() {
        MlabAgent agent = agent();
        context.replies(LIST + "Observation: It all worked.\nAction: Final Answer\nAction Input: {}");

        assertThat(context.step(agent).did()).isEqualTo("List Files");
        assertThat(agent.memory().get(0).text()).doesNotContain("It all worked");
    }

    @Test
    void m04_unreadableReplies_areComplainedOfOneByOneAndNotShown() {
        MlabAgent agent = agent();
        context.replies("Hello.", "Action: List Files", LIST).step(agent);

        assertThat(prompts()).extracting(MlabAgentTest::complaints).containsExactly(0, 1, 2);
        assertThat(prompts().get(2)).doesNotContain("Hello.");
        assertThat(agent.memory()).hasSize(1);
    }

    @Test
    void m05_unknownAction_isComplainedOf() {
        context.replies(MlabReplies.act("Open Door", "door", "1"), LIST).step(agent());

        assertThat(prompts()).extracting(MlabAgentTest::complaints).containsExactly(0, 1);
    }

    @Test
    void m05_noReadableReply_endsTheRunWithTheReason() {
        StepResult result = context.replies("a", "b", "c", "d", "e").step(agent());

        assertThat(result.end()).isEqualTo("no valid response after 5 tries");
        assertThat(context.requests("act")).hasSize(5);
    }

    @Test
    void m07_unreadableInput_isAnObservationWithTheUsageAndDoesNothing(@TempDir Path directory) throws IOException {
        MlabAgent agent = agent();
        StepResult result = context.replies(MlabReplies.raw("List Files", "the work directory"))
                .step(agent);
        agent.export(directory);

        assertThat(result.did()).isEqualTo("unread input");
        assertThat(agent.memory().get(0).text()).contains("ActionInputParsingError", "\"dir_path\": [");
        assertThat(context.observations()).isEmpty();
        assertThat(trace(directory)).isEmpty();
    }

    @Test
    void m08_unreadableInputs_stayUntilAStepIsReadAgain() {
        MlabAgent agent = agent();
        context.replies(MlabReplies.raw("List Files", "one"), MlabReplies.raw("List Files", "two"));
        context.runAll(agent);
        assertThat(agent.memory()).hasSize(2);

        context.replies(LIST).runAll(agent);

        assertThat(agent.memory())
                .singleElement()
                .satisfies(item -> assertThat(item.text()).doesNotContain("ActionInputParsingError"));
    }

    @Test
    void m11_observationOf5000Characters_isShownAndOneOf5001SummedUp(@TempDir Path directory) throws IOException {
        MlabAgent agent = agent();
        context.replies(
                MlabReplies.write("a", "x".repeat(5000)),
                MlabReplies.act("Read File", "file_name", "a"),
                MlabReplies.write("b", "y".repeat(5001)),
                MlabReplies.act("Read File", "file_name", "b"));
        context.sumsUp("Many letters.").runAll(agent);
        agent.export(directory);

        assertThat(context.requests("summarise")).hasSize(1);
        assertThat(agent.memory().get(1).text()).endsWith("x".repeat(5000));
        assertThat(agent.memory().get(3).text()).endsWith("Observation: Many letters.");
        assertThat(trace(directory).get(3).get("observation").asText()).isEqualTo("y".repeat(5001));
    }

    @Test
    void m12_longObservation_isSummedUpInBlocksAndMergedOnce() {
        context.replies(MlabReplies.write("a", "x".repeat(25_000)), MlabReplies.act("Read File", "file_name", "a"));
        MlabAgent agent = agent();
        context.sumsUp("one", "two", "three", "all").runAll(agent);

        List<ContextRequest> calls = context.requests("summarise");
        assertThat(calls)
                .hasSize(4)
                .allSatisfy(call -> assertThat(call.model()).isEqualTo(ContextRequest.Model.FEEDBACK));
        assertThat(FakeRunContext.prompt(calls.get(2))).contains("part 3 of 3", "x".repeat(5000));
        assertThat(FakeRunContext.prompt(calls.get(3))).contains("Action: Read File", "one\n\ntwo\n\nthree");
        assertThat(agent.memory().get(1).text()).endsWith("Observation: all");
    }

    @Test
    void m13_hiddenTools_areNotInThePromptAndWorkWhenCalled() {
        context.replies(MlabReplies.write("notes.txt", "hello")).runAll(agent());

        assertThat(prompts().get(0))
                .contains("- List Files:", "- Edit Script (AI):")
                .doesNotContain("Write File", "Read File", "Retrieval from Research Log");
        assertThat(context.observations()).containsExactly("File notes.txt was written.");
    }

    @Test
    void m17_failedScript_showsItsErrorsOnly() {
        MlabAgent agent = agent();
        context.replies(
                MlabReplies.write("train.py", "print loading\nraise KeyError 'age'"), MlabReplies.execute("train.py"));
        context.runAll(agent);

        assertThat(context.observations().get(1)).contains("KeyError: 'age'").doesNotContain("loading");
    }

    @Test
    void m17_scriptThatPrintsNothing_showsItsStandardError() {
        MlabAgent agent = agent();
        context.replies(MlabReplies.write("a.py", "warn be careful"), MlabReplies.execute("a.py"));
        context.replies(MlabReplies.write("b.py", "warn be careful\nprint done"), MlabReplies.execute("b.py"));
        context.runAll(agent);

        assertThat(context.observations().get(1)).contains("be careful");
        assertThat(context.observations().get(3)).contains("done").doesNotContain("be careful");
    }

    @Test
    void m19_finalAnswer_endsTheRun_andNothingIsDoneAfterwards() {
        MlabAgent agent = agent();
        StepResult result = context.replies(MlabReplies.act("Final Answer", "final_answer", "Done."))
                .step(agent);

        assertThat(result.end()).isEqualTo(StepResult.FINISHED);
        assertThat(context.step(agent).end()).isEqualTo(MlabAgent.SHUT_DOWN);
        assertThat(context.requests()).hasSize(1);
    }

    @Test
    void m20_retrieval_logsEveryStepAndLooksItUpBeyondThreeSteps() throws Exception {
        MlabAgent agent = agent(new MlabConfig(5, 3, true, false, false, Wording.BUILT_IN));
        for (int i = 0; i < 5; i++) {
            context.replies(LIST).sumsUp("logged " + i);
            if (i == 3) {
                context.sumsUp("logged 3");
            }
        }
        List<StepResult> results = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> context.step(agent))
                .toList();
        context.step(agent);

        assertThat(context.requests("log")).hasSize(5);
        assertThat(context.requests("retrieve")).hasSize(1);
        ContextRequest fifth = context.requests("act").get(4);
        assertThat(fifth.optional()).extracting(ContextItem::kind).startsWith(ContextItem.Kind.NOTE);
        assertThat(context.requests("act").get(3).optional())
                .extracting(ContextItem::kind)
                .doesNotContain(ContextItem.Kind.NOTE);
        assertThat(context.files().read("research_log.log")).contains("Step 0:\nlogged 0", "Step 2:\nlogged 2");
        assertThat(results).extracting(StepResult::extraSteps).containsOnly(0);
    }

    @Test
    void retrieval_withAFolderInTheLogsPlace_goesOn() throws Exception {
        MlabAgent agent = agent(new MlabConfig(5, 3, true, false, false, Wording.BUILT_IN));
        context.files().write("research_log.log/x", "in the way");
        context.replies(LIST, LIST);

        assertThat(context.step(agent).end()).isNull();
        assertThat(context.step(agent).end()).isNull();
    }

    @Test
    void m20_retrievalInStrictCompat_costsStepsOfItsOwn() {
        MlabAgent agent = agent(new MlabConfig(5, 3, true, false, true, Wording.BUILT_IN));
        context.replies(LIST, LIST, LIST, LIST, LIST);

        List<Integer> extra = java.util.stream.IntStream.range(0, 5)
                .map(i -> context.step(agent).extraSteps())
                .boxed()
                .toList();

        assertThat(extra).containsExactly(1, 1, 1, 1, 2);
    }

    @Test
    void m20_retrievalInStrictCompat_atTheLastStep_takesItForTheLookAndCarriesNothingOut() {
        FakeRunContext five = FakeRunContext.ofSteps(FakeRunContext.task(true), 5);
        MlabAgent agent = new MlabAgent(
                five.task(), new MlabConfig(5, 3, true, false, true, Wording.BUILT_IN), /* showTime= */ false);
        five.replies(LIST, LIST, LIST, LIST, MlabReplies.write("late.py", "score 0.7"));
        StepResult last = five.step(agent);
        for (int i = 1; i < 5; i++) {
            last = five.step(agent);
        }

        assertThat(last.extraSteps()).isZero();
        assertThat(agent.memory().get(4).text()).contains(MlabAgent.SHUT_DOWN);
        assertThatThrownBy(() -> five.files().read("late.py")).isInstanceOf(ToolException.class);
    }

    @Test
    void m21_showLeft_endsEachObservationAfterItWasSummedUp() {
        MlabAgent timed = new MlabAgent(
                context.task(), new MlabConfig(5, 3, false, true, false, Wording.BUILT_IN), /* showTime= */ true);
        context.left(Duration.ofHours(3))
                .sumsUp("Short.")
                .replies(
                        MlabReplies.write("a", "x".repeat(6000)), MlabReplies.act("Read File", "file_name", "a"), LIST);
        context.runAll(timed);

        assertThat(timed.memory().get(1).text()).endsWith("Short.\n(Steps left: 38. Time left: 3 hours.)");
        assertThat(timed.memory().get(2).text()).contains("Steps left: 37.");
    }

    @Test
    void m21_timesHidden_onlyStepsAreTold() {
        MlabAgent agent = agent(new MlabConfig(5, 3, false, true, false, Wording.BUILT_IN));
        context.left(Duration.ofHours(3)).replies(LIST).runAll(agent);

        assertThat(agent.memory().get(0).text()).endsWith("(Steps left: 39.)").doesNotContain("hours");
    }

    @Test
    void attempts_ofOneScript_followEachOther() {
        MlabAgent agent = agent();
        context.replies(MlabReplies.write("train.py", "raise KeyError 'age'"), MlabReplies.execute("train.py"));
        context.replies(MlabReplies.write("train.py", "score 0.7\nwrite"), MlabReplies.execute("train.py"));
        context.replies(MlabReplies.act("Copy File", "source", "train.py", "destination", "forest.py"));
        context.replies(MlabReplies.write("forest.py", "score 0.8\nwrite"), MlabReplies.execute("forest.py"));
        context.replies(MlabReplies.write("other.py", "score 0.6"), MlabReplies.execute("other.py"));

        List<Attempt> attempts = context.runAll(agent);

        assertThat(attempts)
                .extracting(Attempt::stage)
                .containsExactly(Stage.DRAFT, Stage.DEBUG, Stage.IMPROVE, Stage.DRAFT);
        assertThat(attempts).extracting(Attempt::score).containsExactly(null, 0.7, 0.8, null);
        assertThat(attempts)
                .extracting(Attempt::fault)
                .containsExactly(Fault.EXCEPTION, null, null, Fault.NO_SUBMISSION);
        assertThat(attempts.get(2).parent()).isEqualTo(attempts.get(1).id());
        assertThat(attempts.get(1).plan()).isEqualTo("I use Execute Script.");
    }

    @Test
    void scriptThatOnlyLooks_isNoAttempt() {
        context.replies(MlabReplies.write("look.py", "print 7 columns"), MlabReplies.execute("look.py"));

        assertThat(context.runAll(agent())).isEmpty();
    }

    @Test
    void pursuit_workOn_namesTheScript() {
        MlabAgent agent = agent();
        context.replies(MlabReplies.write("train.py", "score 0.7\nwrite"), MlabReplies.execute("train.py"));
        Attempt attempt = context.runAll(agent).get(0);

        context.pursue(new Pursuit.WorkOn(attempt.id())).replies(LIST).runAll(agent);

        assertThat(prompts().get(2)).contains("Try this direction: go on from the script train.py");
        assertThat(prompts().get(1)).doesNotContain("Try this direction");
    }

    @Test
    void wording_replacedByAFile_isUsed(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), "start: Off you go.\n");
        MlabAgent agent = agent(new MlabConfig(5, 3, false, false, false, file.toString()));

        context.replies(LIST).runAll(agent);

        assertThat(prompts().get(0)).contains("Off you go.").doesNotContain("Begin.");
    }

    private List<String> prompts() {
        return context.requests("act").stream().map(FakeRunContext::prompt).toList();
    }

    private static int complaints(String prompt) {
        return prompt.split("Your last answer could not be used", -1).length - 1;
    }

    private static JsonNode trace(Path directory) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(directory.resolve("journal.json")))
                .get("steps");
    }

    private static MlabAgent agent() {
        return agent(MlabConfig.DEFAULT);
    }

    private static MlabAgent agent(MlabConfig config) {
        return new MlabAgent(FakeRunContext.task(true), config, false);
    }
}
