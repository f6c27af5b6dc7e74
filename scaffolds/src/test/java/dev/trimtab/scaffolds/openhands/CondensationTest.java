package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.WindowTooSmallError;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.EstimatingTokenCounter;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent does where its history is condensed on request, or no cut makes room; by the ids of the fidelity checklist. */
class CondensationTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));
    private static final int ROOMY = 100_000;

    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @Test
    void o23_windowThatNoCutMakesRoomIn_endsTheRun_andInStrictCompatStepsAreSpentAsTheOriginalDoes() {
        under("openhands-conversation-window", 1_100);
        assertThatThrownBy(() -> context.step(agent(/* strict= */ false)))
                .isInstanceOf(WindowTooSmallError.class)
                .hasMessageContaining("--context-tokens");

        CodeActAgent strict = agent(/* strict= */ true);
        List<StepResult> steps =
                IntStream.range(0, 5).mapToObj(i -> context.step(strict)).toList();

        assertThat(steps).extracting(StepResult::did).containsOnly("condensation");
        assertThat(steps).extracting(StepResult::end).containsOnlyNulls();
        assertThat(context.requests("act")).as("nobody was asked").isEmpty();
    }

    @Test
    void requestCondensation_isOfferedWhereSwitchedOn_andTheNextPromptIsCut() {
        under("openhands-conversation-window", ROOMY);
        CodeActAgent agent = agent(/* strict= */ false);
        for (int i = 0; i < 5; i++) {
            context.acts(Calls.shell("echo " + i));
        }
        context.acts(Calls.reply("Too long.", Calls.call("request_condensation")))
                .acts(Calls.shell("echo next"), Calls.shell("echo after"));
        for (int i = 0; i < 8; i++) {
            context.step(agent);
        }

        assertThat(context.requests("act").get(0).tools())
                .extracting(ToolSpecification::name)
                .contains("request_condensation");
        assertThat(context.fitted())
                .extracting(fitted -> fitted.plan().shown().size())
                .as("half of six actions with what came of them, then one more each step")
                .containsExactly(0, 1, 2, 3, 4, 5, 3, 4);
    }

    @Test
    void requestCondensation_withAMemoryThatDoesNotCondense_changesNothing() {
        assertThat(shownAround(Calls.call("request_condensation"), "recent-k")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void requestCondensation_withArgumentsThatItDoesNotTake_isRefused_andNothingIsCut() {
        assertThat(shownAround(Calls.call("request_condensation", "why", "long"), "openhands-conversation-window"))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void requestCondensation_isTheOriginalsActionInTheTrajectory(@TempDir Path directory) throws Exception {
        CodeActAgent agent = agent(/* strict= */ false);
        context.acts(Calls.reply("Too long.", Calls.call("request_condensation")));
        context.step(agent);
        agent.export(directory);

        JsonNode events =
                new ObjectMapper().readTree(directory.resolve("journal.json").toFile());
        assertThat(events.findValuesAsText("action")).contains("condensation_request");
        assertThat(events.findValuesAsText("observation")).isEmpty();
    }

    /** Returns how many items each of four prompts showed, of which the third was answered by a call that asks for a cut. */
    private List<Integer> shownAround(ToolExecutionRequest request, String policy) {
        under(policy, ROOMY);
        CodeActAgent agent = agent(/* strict= */ false);
        context.acts(
                Calls.shell("echo 0"), Calls.shell("echo 1"), Calls.reply("I ask.", request), Calls.shell("echo 2"));
        for (int i = 0; i < 4; i++) {
            context.step(agent);
        }
        return context.fitted().stream()
                .map(fitted -> fitted.plan().shown().size())
                .toList();
    }

    private void under(String policy, int window) {
        context.under(
                new ContextPolicies().create(PolicyConfig.load(HOME, policy)),
                new BudgetGate(window, 500, new CalibratedTokenCounter(new EstimatingTokenCounter())));
    }

    private CodeActAgent agent(boolean strict) {
        return new CodeActAgent(
                context.task(),
                Configs.with("{condensation-request: true, strict-compat: " + strict + "}"),
                /* showTime= */ false);
    }
}
