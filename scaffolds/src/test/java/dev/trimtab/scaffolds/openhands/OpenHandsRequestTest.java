package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.EstimatingTokenCounter;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenHands' requests hold beside the events. */
class OpenHandsRequestTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));

    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @ParameterizedTest
    @ValueSource(strings = {"openhands-recent", "openhands-conversation-window", "openhands-pipeline", "recent-k"})
    void o24_systemAndProblem_areSentWhateverIsForgotten(String policy) {
        BudgetGate gate = new BudgetGate(6000, 500, 150, new CalibratedTokenCounter(new EstimatingTokenCounter()));
        context.under(new ContextPolicies().create(PolicyConfig.load(HOME, policy)), gate);
        for (int i = 0; i < 12; i++) {
            context.acts(Calls.shell("command number " + i));
        }
        context.runAll(agent(true, false));

        assertThat(context.fitted()).hasSize(12).allSatisfy(fitted -> {
            List<ChatMessage> messages = fitted.messages();
            assertThat(messages.get(0)).isInstanceOf(SystemMessage.class);
            assertThat(messages.get(1))
                    .isInstanceOfSatisfying(
                            UserMessage.class,
                            problem -> assertThat(problem.singleText()).contains("Predict the label of each row."));
        });
        assertThat(context.fitted().get(11).messages().toString())
                .as("what was forgotten")
                .doesNotContain("command number 0");
    }

    @Test
    void o20_callsInTheText_haveIdsThatIncrease(@TempDir Path directory) throws IOException {
        CodeActAgent agent = agent(false, false);
        for (String command : List.of("one", "two", "three")) {
            context.replies("<function=execute_bash>\n<parameter=command>" + command + "</parameter>\n</function>");
        }
        context.runAll(agent);
        agent.export(directory);

        assertThat(new ObjectMapper().readTree(directory.resolve("journal.json").toFile()))
                .filteredOn(event -> event.path("action").asText().equals("run"))
                .extracting(
                        event -> event.at("/tool_call_metadata/tool_call_id").textValue())
                .containsExactly("call00000", "call00001", "call00002");
        assertThat(Reply.callId(35)).isLessThan(Reply.callId(36)).isLessThan(Reply.callId(499));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showLeft_endsEachRequestWithTheStepsLeft_thisOneIncluded(boolean functions) {
        CodeActAgent agent = agent(functions, true);
        for (String command : List.of("one", "two")) {
            context.acts(Calls.shell(command));
            context.replies("<function=execute_bash>\n<parameter=command>" + command + "</parameter>\n</function>");
            context.step(agent);
        }

        assertThat(context.requests("act"))
                .extracting(OpenHandsRequestTest::last)
                .containsExactly("(Steps left, this one included: 40.)", "(Steps left, this one included: 39.)");
    }

    @Test
    void showLeft_off_nothingIsSaidOfWhatIsLeft() {
        context.acts(Calls.shell("one")).runAll(agent(true, false));

        assertThat(FakeRunContext.prompt(context.requests("act").get(0))).doesNotContain("left");
    }

    @Test
    void preset_ofMleBench_tellsTheStepsLeftAndWritesCallsIntoTheText() {
        List<Layer> layers =
                RunConfig.layers(HOME, List.of(Layer.file(HOME.resolve("configs/scaffolds/openhands-mle-bench.yaml"))));

        assertThat(new ConfigLoader().section(layers, "openhands", OpenHandsConfig.class))
                .isEqualTo(
                        Configs.with(
                                "{function-calling: false, plan-mode: false, check-submission: true, shell-timeout: 24h, max-message-chars: 10000, show-left: true}"));
    }

    @Test
    void editor_undoEdit_takesBackTheLastEditOnce() throws Exception {
        CodeActAgent agent = agent(true, false);
        context.acts(
                Calls.create("a.py", "score 0.7", "write"),
                editor("command", "str_replace", "path", "a.py", "old_str", "0.7", "new_str", "0.8"),
                editor("command", "insert", "path", "a.py", "insert_line", 0, "new_str", "# first"),
                editor("command", "undo_edit", "path", "a.py"),
                editor("command", "undo_edit", "path", "/workspace/a.py"),
                editor("command", "undo_edit", "path", "a.py"));
        context.runAll(agent);

        assertThat(context.observations().get(3))
                .contains("taken back", "1\tscore 0.8")
                .doesNotContain("# first");
        assertThat(context.observations().get(4)).contains("taken back", "1\tscore 0.7");
        assertThat(context.observations().get(5)).startsWith("ERROR: there is no edit of a.py to take back");
        assertThat(context.files().read("a.py").strip()).isEqualTo("score 0.7\nwrite");
    }

    private static String last(ContextRequest request) {
        List<Section> sections = request.sections();
        return ((Section.Fixed) sections.get(sections.size() - 1)).text();
    }

    private static AiMessage editor(Object... arguments) {
        return Calls.reply("", Calls.call("str_replace_editor", arguments));
    }

    private static CodeActAgent agent(boolean functions, boolean showLeft) {
        return new CodeActAgent(
                FakeRunContext.task(true),
                Configs.with("{function-calling: " + functions + ", show-left: " + showLeft + "}"),
                /* showTime= */ false);
    }
}
