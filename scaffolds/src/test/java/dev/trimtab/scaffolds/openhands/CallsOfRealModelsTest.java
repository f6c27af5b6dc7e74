package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.context.Turn;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as models make them that were not trained for these tools. */
class CallsOfRealModelsTest {
    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @ParameterizedTest
    @ValueSource(strings = {"120", "120.0", "1.2e2", "\"120\"", "\" 120.0 \""})
    void wholeNumber_howeverItIsWritten_isTaken(String timeout) {
        for (boolean strict : List.of(false, true)) {
            FakeRunContext run = FakeRunContext.of(FakeRunContext.task(true));
            run.acts(written("execute_bash", "{\"command\": \"ls\", \"timeout\": " + timeout + "}"));
            run.step(new CodeActAgent(run.task(), config(true, strict), /* showTime= */ true));

            assertThat(run.shellCalls()).extracting(ShellCall::most).containsExactly(Duration.ofSeconds(120));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e400", "1e99", "9999999999", "true", "\"soon\"", "[1]", "{}"})
    void numberThatIsNotWhole_isRefusedAsAnObservation(String timeout) {
        for (boolean strict : List.of(false, true)) {
            FakeRunContext run = FakeRunContext.of(FakeRunContext.task(true));
            run.acts(written("execute_bash", "{\"command\": \"ls\", \"timeout\": " + timeout + "}"));
            StepResult result = run.step(agent(true, strict));

            assertThat(result.end()).isNull();
            assertThat(run.observations().get(0)).isEqualTo("ERROR: parameter 'timeout' must be a whole number");
        }
    }

    @Test
    void lineNumbersWithADecimalPoint_orInText_areTaken() throws Exception {
        context.files().write("a.py", "one\ntwo\n");
        context.acts(
                        written(
                                "str_replace_editor",
                                "{\"command\":\"insert\",\"path\":\"a.py\",\"insert_line\":1.0,\"new_str\":\"new\"}"),
                        written(
                                "str_replace_editor",
                                "{\"command\":\"view\",\"path\":\"a.py\",\"view_range\":[1.0,\"2\"]}"),
                        written(
                                "str_replace_editor",
                                "{\"command\":\"view\",\"path\":\"a.py\",\"view_range\":\"[2, 2]\"}"),
                        written(
                                "str_replace_editor",
                                "{\"command\":\"view\",\"path\":\"a.py\",\"view_range\":[1.5,\"x\"]}"))
                .runAll(agent(true, false));

        assertThat(context.files().read("a.py")).isEqualTo("one\nnew\ntwo\n");
        assertThat(context.observations().get(1)).contains("\tone\n", "\tnew\n").doesNotContain("\ttwo");
        assertThat(context.observations().get(2)).contains("\tnew\n").doesNotContain("\tone");
        assertThat(context.observations().get(3))
                .isEqualTo("ERROR: parameter 'view_range' must be a list of two whole numbers");
    }

    @Test
    void optionalArgumentsThatAreNullOrBlank_areNone() throws Exception {
        context.files().write("a.py", "one\n");
        context.acts(
                        written(
                                "execute_bash",
                                "{\"command\":\"ls\",\"is_input\":\"\",\"timeout\":null,\"security_risk\":null}"),
                        written(
                                "str_replace_editor",
                                "{\"command\":\"view\",\"path\":\"a.py\",\"view_range\":null,"
                                        + "\"insert_line\":\"\",\"file_text\":null}"),
                        written("task_tracker", "{\"command\":\"view\",\"task_list\":null}"))
                .runAll(agent(true, false));

        assertThat(context.observations()).noneMatch(seen -> seen.startsWith("ERROR"));
        assertThat(context.observations().get(0)).startsWith("ls\n");
    }

    @Test
    void requiredArgumentThatIsNull_isToldAndNotRunAsAWord() {
        context.acts(written("execute_bash", "{\"command\":null}")).step(agent(true, false));

        assertThat(context.observations().get(0)).isEqualTo("ERROR: parameter 'command' must be text");
        assertThat(context.executed()).isEmpty();
    }

    @Test
    void optionalArgumentsThatAreNull_areWrongInStrictCompat() {
        context.acts(written("execute_bash", "{\"command\":\"ls\",\"timeout\":null}"))
                .step(agent(true, true));

        assertThat(context.observations().get(0)).isEqualTo("ERROR: parameter 'timeout' must be a whole number");
    }

    @Test
    void emptyText_whereATextMayBeEmpty_stays() throws Exception {
        context.files().write("a.py", "one\ntwo\n");
        context.acts(
                        written("str_replace_editor", "{\"command\":\"create\",\"path\":\"b.py\",\"file_text\":\"\"}"),
                        written(
                                "str_replace_editor",
                                "{\"command\":\"str_replace\",\"path\":\"a.py\",\"old_str\":\"one\\n\",\"new_str\":\"\"}"))
                .runAll(agent(true, false));

        assertThat(context.files().read("b.py")).isEmpty();
        assertThat(context.files().read("a.py")).isEqualTo("two\n");
    }

    @Test
    void wordsInAnotherCase_andTruthValues_areTaken() {
        context.acts(written("execute_bash", "{\"command\":\"ls\",\"is_input\":false,\"security_risk\":\"low\"}"))
                .step(agent(true, false));

        assertThat(context.observations().get(0)).startsWith("ls\n");
    }

    @Test
    void argumentsWithLineBreaksAndATrailingComma_areRead_butNotInStrictCompat() {
        String arguments = "{\"command\": \"one\ntwo\",}";
        context.acts(written("execute_bash", arguments)).step(agent(true, false));
        context.acts(written("execute_bash", arguments)).step(agent(true, true));

        assertThat(context.observations().get(0)).startsWith("one\ntwo\n");
        assertThat(context.observations().get(1)).startsWith("ERROR: the arguments are no JSON object");
    }

    @Test
    void threeDifferentCallsThatCannotBeRead_areNoCircle_butThreeEqualOnesAre() {
        CodeActAgent agent = agent(true, false);
        context.acts(
                written("execute_bash", "{\"command\": a"),
                written("execute_bash", "{\"command\": b"),
                written("execute_bash", "{\"command\": c"),
                written("execute_bash", "{\"command\": c"));
        context.runAll(agent);
        context.acts(written("execute_bash", "{\"command\": c"));
        assertThat(context.step(agent).end()).isNull();

        assertThat(context.step(agent).end()).isEqualTo("agent stuck in a loop");
    }

    @Test
    void inventedToolName_isSentBackInCharactersThatServersTake() {
        CodeActAgent agent = agent(true, false);
        context.acts(written("open door.now!", "{}"), written("", "{}")).runAll(agent);

        assertThat(called(agent, 0).tool()).isEqualTo("open_door_now_");
        assertThat(called(agent, 1).tool()).matches("[a-zA-Z0-9_-]+");
        assertThat(context.observations().get(0)).contains("there is no tool 'open door.now!'");
    }

    @Test
    void prefixBeforeAToolsName_isTakenOff() {
        CodeActAgent agent = agent(true, false);
        context.acts(written("functions.execute_bash", "{\"command\": \"ls\"}")).step(agent);

        assertThat(context.observations().get(0)).startsWith("ls\n");
        assertThat(called(agent, 0).tool()).isEqualTo("execute_bash");
    }

    @Test
    void callIds_areNineLettersAndDigits_andEachIsAnother() {
        CodeActAgent agent = agent(true, false);
        context.acts(Calls.reply("", Calls.call("think", "thought", "one"), Calls.call("think", "thought", "two")))
                .step(agent);
        context.step(agent);

        assertThat(List.of(called(agent, 0).call(), called(agent, 1).call()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z0-9]{9}"));
        assertThat(Reply.callId(1_000_000)).matches("[a-zA-Z0-9]{9}");
    }

    @Test
    void emptyReply_isNoTurnOfItsOwn() {
        CodeActAgent agent = agent(true, false);
        context.acts(AiMessage.from("")).step(agent);

        assertThat(agent.memory().get(0).turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.text()).contains("Nobody will answer"));
    }

    @Test
    void replyThatWasCut_withoutACallOrWithABrokenOne_isAnsweredThatItWas() {
        AiMessage words = AiMessage.from("First I will");
        AiMessage broken = written("execute_bash", "{\"command\": \"l");
        context.acts(words, broken, Calls.shell("ls")).cuts(words, broken);
        CodeActAgent agent = agent(true, false);
        context.runAll(agent);

        assertThat(agent.memory().get(0).text()).contains("Nobody will answer", "cut at its length limit");
        assertThat(agent.memory().get(1).text()).contains("no JSON object", "cut at its length limit");
        assertThat(agent.memory().get(2).text()).doesNotContain("cut at its length limit");
    }

    @Test
    void replyThatWasCut_isNotToldOfInStrictCompat() {
        AiMessage words = AiMessage.from("First I will");
        CodeActAgent agent = agent(true, true);
        context.acts(words).cuts(words).step(agent);

        assertThat(agent.memory().get(0).text()).doesNotContain("cut at its length limit");
    }

    @Test
    void fileThatWasCutInTheText_isNotWritten_butIsInStrictCompat() throws Exception {
        String half = "<function=str_replace_editor>\n<parameter=command>create</parameter>\n"
                + "<parameter=path>a.py</parameter>\n<parameter=file_text>import pan";
        context.cuts(AiMessage.from(half));
        CodeActAgent agent = agent(false, false);
        context.replies(half).step(agent);

        assertThat(context.files().exists("a.py")).isFalse();
        assertThat(agent.memory().get(0).text()).contains("ERROR: the call is not whole", "cut at its length limit");

        context.replies(half).step(agent(false, true));
        assertThat(context.files().read("a.py")).isEqualTo("import pan");
    }

    @Property(seed = "1", tries = 100)
    void anyArguments_neverEndARun(@ForAll String tool, @ForAll String text, @ForAll boolean strict) {
        FakeRunContext run = FakeRunContext.of(FakeRunContext.task(true));
        for (String name : List.of(tool, "execute_bash", "str_replace_editor", "task_tracker", "check_submission")) {
            run.acts(
                    written(name, text),
                    written(name, "{" + text + "}"),
                    Calls.reply("", Calls.call(name, "command", text, "path", text, "timeout", text)),
                    Calls.reply("", Calls.call(name, "command", "create", "path", text, "file_text", text)),
                    Calls.reply("", Calls.call(name, "command", "plan", "task_list", List.of(text))));
            CodeActAgent agent = agent(true, strict);
            for (int i = 0; i < 5; i++) {
                assertThat(run.step(agent).end()).isNull();
            }
        }
    }

    private static Turn.Called called(CodeActAgent agent, int item) {
        return (Turn.Called) agent.memory().get(item).turns().get(0);
    }

    private static AiMessage written(String tool, String arguments) {
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("x")
                .name(tool)
                .arguments(arguments)
                .build());
    }

    private static OpenHandsConfig config(boolean functions, boolean strict) {
        return Configs.with(
                "{function-calling: " + functions + ", check-submission: true, strict-compat: " + strict + "}");
    }

    private static CodeActAgent agent(boolean functions, boolean strict) {
        return new CodeActAgent(FakeRunContext.task(true), config(functions, strict), /* showTime= */ false);
    }
}
