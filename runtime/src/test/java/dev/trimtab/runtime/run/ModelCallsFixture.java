package dev.trimtab.runtime.run;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.context.SearchState;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.MaxOutputParameter;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelLimits;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelServer;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.model.RetryPolicy;
import dev.trimtab.runtime.model.ToolChoiceStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Model calls of a run whose model is a real loopback server, with a journal to be opened by the test. */
abstract class ModelCallsFixture {
    private static final int WINDOW = 4000;

    @TempDir
    Path dir;

    final ModelServer server = new ModelServer();
    final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    final ModelCalls calls(ModelConfig config, Journal journal, int reserve) {
        return calls(config, journal, reserve, new BudgetMeter(BudgetLimits.NONE, server.clock));
    }

    final ModelCalls calls(ModelConfig config, Journal journal, ContextPolicy policy) {
        return calls(config, journal, 600, new BudgetMeter(BudgetLimits.NONE, server.clock), policy);
    }

    final ModelCalls calls(ModelConfig config, Journal journal, int reserve, BudgetMeter meter) {
        return calls(config, journal, reserve, meter, new ContextPolicies().create(PolicyConfig.DEFAULT));
    }

    final ModelCalls calls(ModelConfig config, Journal journal, int reserve, BudgetMeter meter, ContextPolicy policy) {
        return calls(config, journal, reserve, meter, policy, /* shrinks= */ true);
    }

    final ModelCalls calls(
            ModelConfig config,
            Journal journal,
            int reserve,
            BudgetMeter meter,
            ContextPolicy policy,
            boolean shrinks) {
        MeteredModels models = new MeteredModels(meter, server.clock);
        CalibratedTokenCounter counter = ChatModels.counter(config);
        ChatModel model = new ChatModels(Map.of("SOME_KEY", ModelServer.KEY))
                .create(
                        config,
                        new ModelSession(
                                meter,
                                counter,
                                RetryPolicy.DEFAULT,
                                server.clock,
                                server.clock,
                                new SplittableRandom(1),
                                models.listener()));
        return new ModelCalls(
                journal,
                models.use(model, model),
                new BudgetGate(WINDOW, reserve, Integer.MAX_VALUE, shrinks, counter),
                policy,
                counter,
                heard(told),
                new Repetition(RunRecord.NONE, RunListener.SILENT));
    }

    private static RunListener heard(List<String> told) {
        return new RunListener() {
            @Override
            public void stepped(Progress progress) {}

            @Override
            public void noticed(String text) {
                told.add(text);
            }
        };
    }

    final ModelConfig config(ModelProvider provider, MaxOutputParameter parameter) {
        ModelConfig base = server.config(provider, ToolChoiceStyle.REQUIRED);
        ModelLimits limits = base.limits();
        return new ModelConfig(
                provider,
                base.model(),
                base.baseUrl(),
                base.apiKeyEnv(),
                null,
                new ModelLimits(
                        limits.contextWindow(),
                        limits.maxOutputTokens(),
                        parameter,
                        limits.timeout(),
                        limits.tokenEncoding(),
                        null,
                        null),
                base.prices(),
                base.features());
    }

    static SearchState search() {
        return new SearchState(0, 1, /* higherIsBetter= */ true, List.of(), List.of());
    }

    static String reply(ModelProvider provider) {
        return switch (provider) {
            case ANTHROPIC ->
                "{\"id\":\"r\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"stop_reason\":\"end_turn\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"fine\"}],"
                        + "\"usage\":{\"input_tokens\":5,\"output_tokens\":1}}";
            case GOOGLE ->
                "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"fine\"}]},"
                        + "\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":5,"
                        + "\"candidatesTokenCount\":1,\"totalTokenCount\":6}}";
            default ->
                ModelServer.openAiReply(
                        "\"content\":\"fine\"", "stop", "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}");
        };
    }
}
