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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    /** Most calls of an AIDE step for a program: three tries. */
    private static final int CODER_CALLS = 3;

    /** Calls of an AIDE step for a review. */
    private static final int FEEDBACK_CALLS = 1;

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
    public List<String> disclosure(int prompt, int reply) {
        List<String> lines = new ArrayList<>();
        if (feedback.equals(coder)) {
            lines.add(sent("model", coder, "task description, data preview, programs and their output"));
        } else {
            lines.add(sent("model", coder, "task description, data preview, programs and their output"));
            lines.add(sent("feedback model", feedback, "task description, programs and their output"));
        }
        lines.addAll(assumptions);
        lines.add(spend(prompt, reply));
        for (ModelConfig model : models()) {
            String variable = model.apiKeyEnv();
            if (variable != null && environment.getOrDefault(variable, "").isBlank()) {
                lines.add("WARNING: " + variable + " is not set, and the run cannot start without it");
            }
        }
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

    private String spend(int prompt, int reply) {
        Optional<ModelConfig> unpriced = unpriced();
        if (unpriced.isPresent()) {
            return "the most it can spend: not known, since the file of model "
                    + unpriced.get().model() + " names no prices";
        }
        double step =
                CODER_CALLS * worstCall(coder, prompt, reply) + FEEDBACK_CALLS * worstCall(feedback, prompt, reply);
        double worst = step * config.budget().steps();
        Double limit = config.budget().maxCost();
        return String.format(
                Locale.ROOT,
                "the most it can spend: %.2f US dollars by the preset's price list (%s)",
                limit == null ? worst : Math.min(worst, limit),
                limit == null ? "no --max-cost is set; every step at its worst case" : "--max-cost " + limit);
    }

    private static double worstCall(ModelConfig model, int prompt, int reply) {
        return model.prices().worst(prompt, Math.min(reply, model.limits().maxOutputTokens()));
    }
}
