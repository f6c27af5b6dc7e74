package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Attempt.Fault;
import dev.trimtab.runtime.attempt.Attempt.Stage;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AIDE's loop with a scripted model, by the ids of the fidelity checklist. */
class AideAgentTest {
    private static final String GOOD = "score 0.8\nwrite";
    private static final String BAD = "raise KeyError 'age'";

    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @Test
    void a01_firstSteps_areDraftsEvenIfAllFail() {
        List<Attempt> attempts = context.writes(BAD, BAD, GOOD, BAD, BAD, BAD).runAll(agent());

        assertThat(attempts.subList(0, 5)).extracting(Attempt::stage).containsOnly(Stage.DRAFT);
        assertThat(attempts.get(5).stage()).isEqualTo(Stage.DEBUG);
    }

    @Test
    void a02_chainOfFailures_isDebuggedUntilOneBeyondTheGreatestDepth() {
        AideAgent agent = agent(new AideConfig(1, 1, 3, 5, true, false, false, AideConfig.BUILT_IN));

        List<Attempt> attempts = context.writes(BAD, BAD, BAD, BAD, BAD, BAD).runAll(agent);

        assertThat(attempts)
                .extracting(Attempt::stage)
                .containsExactly(Stage.DRAFT, Stage.DEBUG, Stage.DEBUG, Stage.DEBUG, Stage.DEBUG, Stage.DRAFT);
    }

    @Test
    void a03_neverDebugging_improvesTheBest() {
        AideAgent agent = agent(new AideConfig(2, 0, 3, 5, true, false, false, AideConfig.BUILT_IN));

        List<Attempt> attempts =
                context.writes("score 0.7\nwrite", GOOD, BAD, GOOD).runAll(agent);

        assertThat(attempts.get(3).parent()).isEqualTo(attempts.get(1).id());
        assertThat(attempts.get(3).stage()).isEqualTo(Stage.IMPROVE);
    }

    @Test
    void a08_nullMetric_isNoMetric() {
        context.writes("print hello\nwrite").reviews("{\"is_bug\": false, \"metric\": null}");

        Attempt attempt = context.run(agent());

        assertThat(attempt.fault()).isEqualTo(Fault.NO_METRIC);
        assertThat(attempt.score()).isNull();
    }

    @Test
    void a08_exceptionWithACleanVerdict_isAnException() {
        context.writes(BAD).reviews("{\"is_bug\": false, \"metric\": 0.9, \"summary\": \"Fine.\"}");

        Attempt attempt = context.run(agent());

        assertThat(attempt.fault()).isEqualTo(Fault.EXCEPTION);
        assertThat(attempt.error()).isEqualTo("KeyError");
        assertThat(attempt.score()).isNull();
    }

    @Test
    void a08_verdictAlone_isAVerdict() {
        context.writes(GOOD).reviews("{\"is_bug\": true, \"metric\": 0.8, \"summary\": \"It leaks.\"}");

        assertThat(context.run(agent()).fault()).isEqualTo(Fault.VERDICT);
    }

    @Test
    void a09_integerMetric_isAcceptedByDefaultAndBuggyInStrictCompat() {
        String review = "{\"is_bug\": false, \"metric\": 1, \"has_csv_submission\": true}";
        context.writes(GOOD, GOOD).reviews(review).reviews(review);

        assertThat(context.run(agent()).score()).isEqualTo(1.0);
        assertThat(context.run(strict()).fault()).isEqualTo(Fault.NO_METRIC);
    }

    @Test
    void a14_unreadableReply_isRetriedWithTheSamePrompt() {
        context.replies("no fence", "```python\nwrite\n```").writes(GOOD);

        Attempt attempt = context.run(agent());

        assertThat(attempt.code()).isEqualTo(GOOD);
        assertThat(context.requests("draft")).hasSize(3);
        assertThat(context.requests("draft").stream().distinct()).hasSize(1);
    }

    @Test
    void a15_thirdUnreadableReply_isRunAsItIs() {
        context.replies("one", "two", "three and\nmore");

        Attempt attempt = context.run(agent());

        assertThat(attempt.plan()).isEmpty();
        assertThat(context.executed()).containsExactly("three and\nmore");
        assertThat(attempt.fault()).isEqualTo(Fault.EXCEPTION);
        assertThat(attempt.error()).isEqualTo("SyntaxError");
    }

    @Test
    void a15_thirdReplyWithoutProseBeforeItsProgram_isRunWithWhatFollowsAsItsDesign() {
        String bare = "```python\n" + GOOD + "\n```";
        context.replies(bare, bare, bare + "\nIt is a mean.").replies(bare, bare, bare);

        Attempt explained = context.run(agent());
        Attempt strict = context.run(strict());

        assertThat(explained.plan()).isEqualTo("It is a mean.");
        assertThat(explained.code()).isEqualTo(GOOD);
        assertThat(explained.score()).isNotNull();
        assertThat(strict.code()).as("the original runs the fence too").isEqualTo(bare);
    }

    @Test
    void a15_repliesThatAreCut_areAskedForOnceMoreOnly_andTheMemorySaysWhy() {
        String first = "A plan.\n```python\nhalf";
        String second = "A plan.\n```python\nhalf of";
        context.replies(first, second).cuts(AiMessage.from(first), AiMessage.from(second));

        Attempt attempt = context.run(agent());

        assertThat(context.requests("draft")).hasSize(2);
        assertThat(attempt.plan()).contains("cut at its length limit");
        assertThat(attempt.buggy()).isTrue();
    }

    @Test
    void a16_twoBlocksOneBroken_onlyTheOtherIsRun() {
        context.replies("A plan.\n```python\nwhat is this\n```\n```python\n" + GOOD + "\n```");

        context.run(agent());

        assertThat(context.executed()).containsExactly(GOOD);
    }

    @Test
    void a17_timeout_isAnExceptionAndTheOutputEndsWithTheNotice() {
        context.writes("score 0.8\nwrite\nhang");

        Attempt attempt = context.run(agent());

        assertThat(attempt.fault()).isEqualTo(Fault.EXCEPTION);
        assertThat(attempt.error()).isEqualTo("TimeoutError");
        assertThat(FakeRunContext.prompt(context.requests("review").get(0)))
                .endsWith("TimeoutError: the program was stopped at its time limit of 1 hour 30 minutes.");
    }

    @Test
    void durations_reachTheModelOnlyIfAllowed() {
        context.writes(GOOD, GOOD);

        context.run(new AideAgent(context.task(), AideConfig.DEFAULT, true));
        context.run(new AideAgent(context.task(), AideConfig.DEFAULT, false));

        assertThat(context.requests("review"))
                .extracting(FakeRunContext::prompt)
                .satisfiesExactly(
                        shown -> assertThat(shown).contains("ran for 7 seconds"),
                        hidden -> assertThat(hidden).doesNotContain("7 seconds"));
    }

    @Test
    void a20_noSubmissionOnDisk_isBuggyWhateverTheModelSays() {
        context.writes("score 0.8").reviews("{\"is_bug\": false, \"metric\": 0.8, \"has_csv_submission\": true}");

        assertThat(context.run(agent()).fault()).isEqualTo(Fault.NO_SUBMISSION);
    }

    @Test
    void a20_modelDeniesASubmissionThatIsThere_isBuggyInStrictCompatOnly() {
        String review = "{\"is_bug\": false, \"metric\": 0.8, \"has_csv_submission\": false}";
        context.writes(GOOD, GOOD).reviews(review).reviews(review);

        assertThat(context.run(agent()).fault()).isNull();
        assertThat(context.run(strict()).fault()).isEqualTo(Fault.NO_SUBMISSION);
    }

    @Test
    void direction_flippedByTheModel_isTheTasksByDefault() {
        String flipped =
                "{\"is_bug\": false, \"metric\": 0.7, \"lower_is_better\": true, \"has_csv_submission\": true}";
        AideAgent agent = agent(new AideConfig(2, 0, 3, 5, true, false, false, AideConfig.BUILT_IN));
        context.writes(GOOD, GOOD, GOOD);
        context.run(agent);
        context.reviews(flipped);
        context.run(agent);

        assertThat(context.run(agent).parent()).isNotNull().isEqualTo(improvedParent());
    }

    @Test
    void direction_flippedByTheModelInStrictCompat_endsTheRunWithAnExplanation() {
        String flipped =
                "{\"is_bug\": false, \"metric\": 0.7, \"lower_is_better\": true, \"has_csv_submission\": true}";
        AideAgent agent = agent(new AideConfig(2, 0, 3, 5, true, true, false, AideConfig.BUILT_IN));
        context.writes(GOOD, GOOD, GOOD);
        context.run(agent);
        context.reviews(flipped);
        context.run(agent);

        assertThatThrownBy(() -> context.run(agent))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("direction");
    }

    @Test
    void review_thatCannotBeRead_takesThePrintedScore() {
        context.writes(GOOD, GOOD).reviews(AiMessage.from("No idea.")).reviews(AiMessage.from("No idea."));

        assertThat(context.run(agent()).score()).isEqualTo(0.8);
        assertThat(context.run(strict()).fault()).isEqualTo(Fault.NO_METRIC);
    }

    @Test
    void pursuit_workOn_improvesOrDebugsThatAttempt() {
        AideAgent agent = agent();
        List<Attempt> drafts = context.writes(GOOD, BAD).runAll(agent);
        context.writes(GOOD, GOOD);

        Attempt improved =
                context.pursue(new Pursuit.WorkOn(drafts.get(0).id())).run(agent);
        Attempt mended = context.pursue(new Pursuit.WorkOn(drafts.get(1).id())).run(agent);

        assertThat(improved.stage()).isEqualTo(Stage.IMPROVE);
        assertThat(improved.parent()).isEqualTo(drafts.get(0).id());
        assertThat(mended.stage()).isEqualTo(Stage.DEBUG);
        assertThat(mended.parent()).isEqualTo(drafts.get(1).id());
    }

    @Test
    void pursuit_openFamily_draftsAndShowsTheReason() {
        AideAgent agent = agent(new AideConfig(1, 0, 3, 5, true, false, false, AideConfig.BUILT_IN));
        context.writes(GOOD, GOOD).run(agent);

        Attempt attempt = context.pursue(new Pursuit.OpenFamily("no linear model was tried"))
                .run(agent);

        ContextRequest draft = context.requests("draft").get(1);
        assertThat(attempt.stage()).isEqualTo(Stage.DRAFT);
        assertThat(FakeRunContext.prompt(draft)).contains("Try this direction: no linear model was tried");
        assertThat(FakeRunContext.prompt(context.requests("draft").get(0))).doesNotContain("Try this direction");
    }

    private String improvedParent() {
        return context.requests("improve").get(0).optional().get(0).id();
    }

    @Test
    void reviewWithoutAScoreThatReadsAsANumber_leavesThePrintedOne() {
        for (String metric : List.of("null", "\"81.2%\"", "\"0.81 ± 0.01\"")) {
            context.writes(GOOD).reviews("{\"is_bug\": false, \"summary\": \"Fine.\", \"metric\": " + metric + "}");

            assertThat(context.run(agent()).score()).isEqualTo(0.8);
        }
    }

    private static AideAgent agent() {
        return agent(new AideConfig(5, 1, 3, 5, true, false, false, AideConfig.BUILT_IN));
    }

    private static AideAgent strict() {
        return agent(new AideConfig(5, 1, 3, 5, true, true, false, AideConfig.BUILT_IN));
    }

    private static AideAgent agent(AideConfig config) {
        return new AideAgent(FakeRunContext.task(true), config, false);
    }
}
