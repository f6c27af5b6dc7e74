package dev.trimtab.scaffolds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.config.CondenserConfig.Selection;
import dev.trimtab.runtime.config.CondenserConfig.Trigger;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.TokenCounter;
import dev.trimtab.scaffolds.testing.EveryScaffold;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scaffold with every policy of the checkout, for a few attempts, in a window that binds. */
class EveryPolicyTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));
    private static final int WINDOW = 6000;
    private static final int REPLY = 500;
    private static final int MEMORY = 250;
    private static final int ATTEMPTS = 7;

    private static final class CharacterCounter implements TokenCounter {
        @Override
        public String name() {
            return "characters";
        }

        @Override
        public int count(String text) {
            return (text.length() + 3) / 4;
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void run_underAnyPolicy_makesItsAttemptsInPromptsThatFit(String scaffold, String policy) {
        BudgetGate gate = new BudgetGate(WINDOW, REPLY, MEMORY, new CalibratedTokenCounter(new CharacterCounter()));
        FakeRunContext context =
                EveryScaffold.scripted(scaffold, ATTEMPTS).under(new ContextPolicies().create(small(policy)), gate);

        List<Attempt> attempts = context.runAll(new Scaffolds()
                .named(scaffold)
                .configured(FakeRunContext.task(true), List.of(), /* showTime= */ false));

        assertThat(attempts).hasSize(ATTEMPTS);
        assertThat(context.fitted()).isNotEmpty().allSatisfy(fitted -> {
            assertThat(fitted.tokens()).isLessThanOrEqualTo(WINDOW - REPLY);
            assertThat(fitted.plan().granted()).isLessThanOrEqualTo(MEMORY);
            assertThat(unanswered(fitted.messages())).isEmpty();
        });
        assertThat(context.fitted())
                .anySatisfy(fitted -> assertThat(fitted.plan().wanted()).isPositive());
    }

    /** A policy whose condensers, where it is made of such and they count events, cut by their sizes, too. */
    private static PolicyConfig small(String policy) {
        PolicyConfig config = PolicyConfig.load(HOME, policy);
        Set<Trigger> triggers = config.condenser().triggers();
        boolean counts = triggers.contains(Trigger.EVENTS)
                || (triggers.contains(Trigger.STEP) && config.condenser().selection() == Selection.RECENT);
        if (!config.kind().equals("condenser") || !counts) {
            return config;
        }
        String sizes = config.pipeline().isEmpty()
                ? "condenser.max-size=6"
                : "pipeline=[{triggers: [request], keep-first: 0}, {replacement: summary, max-size: 6}]";
        return PolicyConfig.load(HOME, policy, List.of(Layer.option(sizes)));
    }

    static Stream<Arguments> combinations() throws IOException {
        List<String> policies;
        try (Stream<Path> files = Files.list(HOME.resolve("configs/policies"))) {
            policies = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("oracle.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
        return new Scaffolds()
                .names().stream().flatMap(scaffold -> policies.stream().map(policy -> Arguments.of(scaffold, policy)));
    }

    /** Returns the ids of calls without a result and of results without a call. */
    private static List<String> unanswered(List<ChatMessage> messages) {
        List<String> open = new ArrayList<>();
        for (ChatMessage message : messages) {
            if (message instanceof AiMessage reply) {
                reply.toolExecutionRequests().stream()
                        .map(ToolExecutionRequest::id)
                        .forEach(open::add);
            } else if (message instanceof ToolExecutionResultMessage result && !open.remove(result.id())) {
                open.add("result of " + result.id());
            }
        }
        return open;
    }
}
