package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Attempt.Fault;
import dev.trimtab.runtime.attempt.Attempt.Stage;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.context.Turn;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenHands' loop with a scripted model, by the ids of the fidelity checklist. */
class CodeActAgentTest {
    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @Test
    void step_commandThatRunsTwoScriptsOfLikeNames_isAnAttemptOfTheLast() {
        context.acts(
                Calls.create("a/solve.py", "score 0.5", "write"),
                Calls.create("solve.py", "score 0.5", "write", "# the last"),
                Calls.shell("python a/solve.py ; python solve.py"));

        List<Attempt> attempts = context.runAll(agent());

        assertThat(attempts)
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.code()).contains("# the last"));
    }

    @Test
    void o01_twoCallsInOneReply_areCarriedOutInOrderByOneModelCall() {
        CodeActAgent agent = agent();
        context.acts(Calls.reply(
                "Both.", Calls.call("execute_bash", "command", "one"), Calls.call("execute_bash", "command", "two")));
        context.step(agent);
        context.step(agent);

        assertThat(context.requests("act")).hasSize(1);
        assertThat(context.observations())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("one"),
                        second -> assertThat(second).startsWith("two"));
        assertThat(agent.memory())
                .extracting(item -> ((Turn.Called) item.turns().get(0)).reply())
                .containsExactly("reply-0", "reply-0");
        assertThat(agent.memory())
                .extracting(item -> ((Turn.Called) item.turns().get(0)).thought())
                .containsExactly("Both.", "");
    }

    @Test
    void o03_unknownToolOrBadArguments_areErrorsAndTheRunGoesOn() {
        CodeActAgent agent = agent();
        context.acts(
                Calls.reply("", Calls.call("open_door", "door", "1")),
                Calls.reply("", Calls.call("execute_bash")),
                Calls.reply("", Calls.call("execute_bash", "command", "ls", "colour", "red")),
                Calls.reply("", Calls.call("str_replace_editor", "command", "paint", "path", "a")),
                Calls.reply("", Calls.call("execute_bash", "command", "ls", "timeout", "soon")),
                Calls.reply("", Calls.call("execute_bash", "command", "ls", "timeout", "99999999999999999999")));
        List<StepResult> results = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            results.add(context.step(agent));
        }

        assertThat(context.observations())
                .hasSize(6)
                .allSatisfy(seen -> assertThat(seen).startsWith("ERROR: "));
        assertThat(results).extracting(StepResult::end).containsOnlyNulls();
    }

    @Test
    void o03_argumentsThatAreNoJson_areAnErrorOfTheAgents() {
        context.acts(AiMessage.from(dev.langchain4j.agent.tool.ToolExecutionRequest.builder()
                .id("x")
                .name("execute_bash")
                .arguments("{\"command\": ")
                .build()));

        assertThat(context.step(agent()).end()).isNull();
        assertThat(context.observations().get(0)).startsWith("ERROR: the arguments are no JSON object");
    }

    @Test
    void o04_replyOfWordsAlone_isAnsweredAndTheRunGoesOn() {
        CodeActAgent agent = agent();
        StepResult result = context.acts(AiMessage.from("Shall I go on?")).step(agent);

        assertThat(result.end()).isNull();
        assertThat(agent.memory().get(0).turns())
                .satisfiesExactly(
                        said -> assertThat(said).isEqualTo(new Turn.Said(Turn.Speaker.ASSISTANT, "Shall I go on?")),
                        answer -> assertThat(answer.text()).contains("Nobody will answer"));
    }

    @Test
    void o05_finish_endsTheRunAndNothingIsDoneAfterIt() {
        CodeActAgent agent = agent();
        context.acts(Calls.reply(
                "", Calls.call("finish", "message", "Done."), Calls.call("execute_bash", "command", "one more")));

        assertThat(context.step(agent).end()).isEqualTo(StepResult.FINISHED);
        assertThat(context.step(agent).end()).isEqualTo(StepResult.FINISHED);
        assertThat(context.observations()).hasSize(1);
    }

    @Test
    void o07_observationOf30001Characters_isCutInItsMiddle() {
        CodeActAgent agent = agent();
        String ending = "\n[Current working directory: /workspace]\n[Command finished with exit code 0]";
        context.acts(
                Calls.shell("x".repeat(30_000 - ending.length())), Calls.shell("y".repeat(30_001 - ending.length())));
        context.runAll(agent);

        assertThat(shown(agent, 0)).hasSize(30_000).doesNotContain("left out");
        assertThat(shown(agent, 1))
                .startsWith("y".repeat(15_000) + "\n[... 1 characters left out ...]\n")
                .endsWith(ending);
    }

    @Test
    void o18_fourEqualActionsWithEqualObservations_endTheRun() {
        CodeActAgent agent = agent();
        context.acts(Calls.shell("ls"), Calls.shell("ls"), Calls.shell("ls"));
        context.runAll(agent);
        context.acts(Calls.shell("ls"), Calls.shell("ls"));
        assertThat(context.step(agent).end()).isNull();

        assertThat(context.step(agent).end()).isEqualTo("agent stuck in a loop");
    }

    @Test
    void o24_systemAndProblem_areInEveryRequestWhateverThePolicyDrops() {
        CodeActAgent agent = agent();
        context.acts(Calls.shell("one"), Calls.shell("two")).runAll(agent);

        for (ContextRequest request : context.requests("act")) {
            assertThat(request.sections().get(0)).isInstanceOf(Section.Fixed.class);
            assertThat(((Section.Fixed) request.sections().get(1)).text()).contains("Predict the label of each row.");
        }
    }

    @Test
    void shell_thatIsStopped_saysSoAndTakesNoInput() {
        CodeActAgent agent = agent();
        context.acts(
                Calls.reply("", Calls.call("execute_bash", "command", "hang", "timeout", 5)),
                Calls.reply("", Calls.call("execute_bash", "command", "C-c", "is_input", "true")),
                Calls.reply("", Calls.call("execute_bash", "command", "hang", "timeout", 36000)));
        context.runAll(agent);

        assertThat(context.observations().get(0)).contains("so far\n", "stopped after 5 seconds", "exit code -1]");
        assertThat(context.observations().get(1)).startsWith("ERROR: no command is running");
        assertThat(context.observations().get(2)).contains("stopped after 1 hour 30 minutes");
    }

    @Test
    void shell_thatPrintsNothing_runsOnWhileTheAgentIsAsked_untilItEnds() {
        CodeActAgent agent = patient();
        context.acts(
                Calls.create("a.py", "score 0.7", "write"),
                Calls.shell("slowly python a.py"),
                Calls.shell("ls"),
                Calls.shell(""),
                Calls.shell("")); // the toy program ends at the second wait
        List<Attempt> attempts = context.runAll(agent);

        assertThat(context.observations().get(1))
                .startsWith("so far\n[It has printed nothing new for 10 seconds, and runs on. ")
                .endsWith("[Command has no exit code yet: -1]");
        assertThat(context.observations().get(2)).contains("This command was not run");
        assertThat(context.observations().get(3)).startsWith("so far\n");
        assertThat(context.observations().get(4)).endsWith("[Command finished with exit code 0]");
        assertThat(attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.code()).isEqualTo("score 0.7\nwrite");
            assertThat(attempt.score()).isEqualTo(0.7);
            assertThat(attempt.step()).isEqualTo(4);
        });
    }

    @Test
    void shell_thatRunsOn_takesInputAndKeys_andACommandWithATimeIsWaitedFor() {
        CodeActAgent agent = patient();
        context.acts(
                Calls.reply("", Calls.call("execute_bash", "command", "slowly cat", "timeout", 60)),
                Calls.reply("", Calls.call("execute_bash", "command", "yes", "is_input", "true")),
                Calls.reply("", Calls.call("execute_bash", "command", "C-z", "is_input", "true")),
                Calls.reply("", Calls.call("execute_bash", "command", "C-c", "is_input", "true")),
                Calls.reply("", Calls.call("execute_bash", "command", "C-c", "is_input", "true")));
        context.runAll(agent);

        assertThat(context.shellCalls())
                .extracting(ShellCall::kind)
                .containsExactly(ShellCall.Kind.RUN, ShellCall.Kind.INPUT, ShellCall.Kind.INTERRUPT);
        assertThat(context.shellCalls().get(0).quiet()).isEqualTo(Duration.ofSeconds(60));
        assertThat(context.shellCalls().get(1))
                .isEqualTo(new ShellCall(ShellCall.Kind.INPUT, "yes", Duration.ofSeconds(10), Duration.ofSeconds(120)));
        assertThat(context.observations().get(2)).startsWith("ERROR: the keys");
        assertThat(context.observations().get(3)).endsWith("[Command finished with exit code 130]");
        assertThat(context.observations().get(4)).startsWith("ERROR: no command is running");
    }

    @Test
    void o18_waitingForACommand_isNoCircle_butIsOneInStrictCompat() {
        for (boolean strict : List.of(false, true)) {
            OpenHandsConfig config = Configs.with("{strict-compat: " + strict + "}");
            FakeRunContext waiting = FakeRunContext.of(FakeRunContext.task(true));
            CodeActAgent agent = new CodeActAgent(waiting.task(), config, /* showTime= */ true);
            waiting.acts(Calls.shell("hang on"), Calls.shell(""), Calls.shell(""), Calls.shell(""), Calls.shell(""));
            waiting.runAll(agent);
            waiting.acts(Calls.shell(""));

            assertThat(waiting.step(agent).end()).isEqualTo(strict ? "agent stuck in a loop" : null);
        }
    }

    @Test
    void attempts_arePrograms_thatRunThroughTheShell() {
        CodeActAgent agent = agent();
        context.acts(
                Calls.create("a.py", "raise KeyError 'age'"),
                Calls.shell("cd . && python a.py | tail"),
                Calls.reply(
                        "I mend it.",
                        Calls.call(
                                "str_replace_editor",
                                "command",
                                "str_replace",
                                "path",
                                "a.py",
                                "old_str",
                                "raise KeyError 'age'",
                                "new_str",
                                "score 0.7\nwrite")),
                Calls.shell("python a.py"),
                Calls.shell("ls"));

        List<Attempt> attempts = context.runAll(agent);

        assertThat(attempts).extracting(Attempt::stage).containsExactly(Stage.DRAFT, Stage.DEBUG);
        assertThat(attempts).extracting(Attempt::fault).containsExactly(Fault.EXCEPTION, null);
        assertThat(attempts).extracting(Attempt::code).containsExactly("raise KeyError 'age'", "score 0.7\nwrite");
        assertThat(attempts.get(1).score()).isEqualTo(0.7);
    }

    @Test
    void taskTracker_keepsTheList() {
        CodeActAgent agent = agent();
        context.acts(
                Calls.reply(
                        "",
                        Calls.call(
                                "task_tracker",
                                "command",
                                "plan",
                                "task_list",
                                new ObjectMapper()
                                        .createArrayNode()
                                        .add(Calls.json("id", "1", "title", "Look", "status", "todo")))),
                Calls.reply("", Calls.call("task_tracker", "command", "view")));
        context.runAll(agent);

        assertThat(context.observations().get(1)).isEqualTo("1. [todo] Look");
    }

    @Test
    void checkSubmission_isOfferedWhereAskedForAndTellsWhatTheRunsCheckSays() throws Exception {
        CodeActAgent agent =
                new CodeActAgent(context.task(), Configs.with("{check-submission: true}"), /* showTime= */ false);
        context.files().write("submission/submission.csv", "id\n2\n");
        context.acts(Calls.reply("", Calls.call("check_submission", "path", "submission/submission.csv")))
                .acts(Calls.reply("", Calls.call("check_submission", "path", "submission/none.csv")))
                .runAll(agent);

        assertThat(context.observations())
                .containsExactly("the header must be id,label", "ERROR: there is no file submission/none.csv");
    }

    @Test
    void checkSubmission_byDefault_isNoTool() {
        CodeActAgent agent = agent();
        context.acts(Calls.reply("", Calls.call("check_submission", "path", "submission/submission.csv")))
                .runAll(agent);

        assertThat(context.observations().get(0)).contains("there is no tool 'check_submission'");
    }

    @Test
    void textFallback_carriesOutTheCallInTheTextAndStopsBehindIt() {
        CodeActAgent agent =
                new CodeActAgent(context.task(), Configs.with("{function-calling: false}"), /* showTime= */ false);
        context.replies("I look.\n<function=execute_bash>\n<parameter=command>ls</parameter>\n")
                .step(agent);

        ContextRequest request = context.requests("act").get(0);
        assertThat(request.tools()).isEmpty();
        assertThat(request.stops()).containsExactly("</function");
        assertThat(FakeRunContext.prompt(request)).contains("Function str_replace_editor:", "<function=NAME>");
        assertThat(agent.memory().get(0).text()).contains("</function>", "EXECUTION RESULT of [execute_bash]:\nls");
    }

    private static CodeActAgent patient() {
        return new CodeActAgent(FakeRunContext.task(true), OpenHandsConfig.DEFAULT, /* showTime= */ true);
    }

    private static String shown(CodeActAgent agent, int item) {
        return ((Turn.Answered) agent.memory().get(item).turns().get(1)).observation();
    }

    private static CodeActAgent agent() {
        return new CodeActAgent(FakeRunContext.task(true), OpenHandsConfig.DEFAULT, /* showTime= */ false);
    }
}
