package dev.trimtab.benchmark.experiment;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.run.MeteredModels;
import dev.trimtab.scaffolds.StepCalls;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Models behind servers.
 *
 * @param coder writes solutions
 * @param feedback judges outputs; may be the same
 * @param config the run's budget and seed
 * @param environment where keys come from
 * @param assumptions lines on what of them nobody stated
 */
record ServedModels(
        ModelConfig coder,
        ModelConfig feedback,
        RunConfig config,
        Map<String, String> environment,
        List<String> assumptions)
        implements ModelSource {
    @Override
    public boolean foreign() {
        return true;
    }

    @Override
    public KernelKind kernel() {
        return KernelKind.PYTHON;
    }

    @Override
    public void requireWrites(KernelKind language) {}

    @Override
    public List<String> disclosure(int prompt, int reply, Optional<StepCalls> calls) {
        List<String> lines = new ArrayList<>();
        if (feedback.equals(coder)) {
            lines.add(sent("model", coder, "task description, data preview, programs and their output"));
        } else {
            lines.add(sent("model", coder, "task description, data preview, programs and their output"));
            lines.add(sent("feedback model", feedback, "task description, programs and their output"));
        }
        lines.addAll(assumptions);
        lines.add(spend(prompt, reply, calls));
        models().stream()
                .map(ModelConfig::apiKeyEnv)
                .filter(variable -> variable != null
                        && environment.getOrDefault(variable, "").isBlank())
                .distinct()
                .forEach(variable ->
                        lines.add("WARNING: " + variable + " is not set, and the run cannot start without it"));
        return lines;
    }

    /** Makes clients, which send nothing. */
    @Override
    public void requireKeys() {
        ChatModels clients = new ChatModels(environment);
        models().forEach(model -> clients.provider(model, InstantSource.system(), () -> null));
    }

    @Override
    public MeteredModels open(BudgetMeter meter, InstantSource clock, CalibratedTokenCounter counter) {
        MeteredModels models = new MeteredModels(meter, clock);
        ModelSession session = ModelSession.of(
                meter, counter, new RandomStreams(config.agent().seed()).stream(0, "retry-jitter"), models.listener());
        ChatModels clients = new ChatModels(environment);
        ChatModel forCode = clients.create(coder, session);
        return models.use(forCode, feedback.equals(coder) ? forCode : clients.create(feedback, session));
    }

    @Override
    public List<Object> identity() {
        return List.of(coder, feedback);
    }

    private List<ModelConfig> models() {
        return feedback.equals(coder) ? List.of(coder) : List.of(coder, feedback);
    }

    private String sent(String role, ModelConfig model, String what) {
        @Nullable String url = new ChatModels(environment).baseUrl(model);
        return role + " " + model.model() + ": " + what + " are sent to "
                + (url == null
                        ? "the provider's own address ("
                                + model.provider().name().toLowerCase(Locale.ROOT) + ")"
                        : url);
    }

    /**
     * Makes sure that a limit on money can be kept.
     *
     * @throws UserError if there is one, and the file of a model names no prices
     */
    void requirePrices() {
        if (config.budget().maxCost() != null) {
            unpriced().ifPresent(model -> {
                throw new UserError("--max-cost cannot be kept, since the file of model " + model.model()
                        + " names no prices: add prices.input and prices.output, in US dollars for a million tokens,"
                        + " or prices.checked: free for a model that costs nothing");
            });
        }
    }

    private Optional<ModelConfig> unpriced() {
        return models().stream().filter(model -> !model.prices().known()).findFirst();
    }

    private String spend(int prompt, int reply, Optional<StepCalls> calls) {
        Optional<ModelConfig> unpriced = unpriced();
        if (unpriced.isPresent()) {
            return "the most it can spend: not known, since the file of model "
                    + unpriced.get().model() + " names no prices";
        }
        Double limit = config.budget().maxCost();
        OptionalDouble worst = worst(prompt, reply, calls);
        if (worst.isEmpty() && limit == null) {
            return "the most it can spend: not known, since a step of "
                    + config.agent().scaffold()
                    + " may ask many times to sum up what it saw; set a limit by --max-cost";
        }
        return String.format(
                Locale.ROOT,
                "the most it can spend: %.2f US dollars by the preset's price list (%s)",
                Math.min(worst.orElse(Double.POSITIVE_INFINITY), limit == null ? Double.POSITIVE_INFINITY : limit),
                limit == null ? "no --max-cost is set; every step at its worst case" : "--max-cost " + limit);
    }

    private OptionalDouble worst(int prompt, int reply, Optional<StepCalls> calls) {
        return calls.stream()
                .mapToDouble(most -> config.budget().steps()
                        * (most.coder() * worstCall(coder, prompt, reply)
                                + most.feedback() * worstCall(feedback, prompt, reply)))
                .findFirst();
    }

    private static double worstCall(ModelConfig model, int prompt, int reply) {
        return model.prices().worst(prompt, Math.min(reply, model.limits().maxOutputTokens()));
    }
}
