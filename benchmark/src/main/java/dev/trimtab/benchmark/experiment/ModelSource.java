package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.environment.Hardware;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.ConfigException;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.run.MeteredModels;
import dev.trimtab.runtime.run.RunRecord;
import dev.trimtab.scaffolds.StepCalls;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who answers a run's model calls, by the section {@code model} of its configuration. */
sealed interface ModelSource permits ServedModels, OfflineModel, RecordedModel {
    /**
     * Returns the source that a configuration names; nothing is sent.
     *
     * @param home the checkout
     * @param environment where keys come from
     * @param idle takes what a model's file says and its provider does not read
     * @throws UserError if a name is unknown, the models do not fit together, or their prices are needed and not known
     */
    static ModelSource of(
            Path home, RunConfig config, Map<String, String> environment, Consumer<ConfigException> idle) {
        String baseUrl = config.model().baseUrl();
        Optional<Path> recorded = RecordedModel.named(config.model().name());
        if (recorded.isPresent()) {
            if (baseUrl != null) {
                throw new UserError("--base-url names a server and a replay needs none; leave one of them out");
            }
            return RecordedModel.open(recorded.get(), config);
        }
        ModelPresets presets = new ModelPresets(home.resolve("configs/models"), idle);
        String name = config.model().name();
        ModelConfig coder = presets.load(name, baseUrl, environment);
        String named = config.model().feedback();
        ModelConfig feedback = named == null ? coder : presets.load(named, baseUrl, environment);
        if ((coder.provider() == ModelProvider.OFFLINE) != (feedback.provider() == ModelProvider.OFFLINE)) {
            throw new UserError("the offline engineer reviews its own programs and no others: give --feedback-model "
                    + "together with a --model that is not offline, or leave it out");
        }
        if (coder.provider() == ModelProvider.OFFLINE) {
            return new OfflineModel(coder, config);
        }
        List<String> assumptions = Stream.of(
                        presets.assumption(name, baseUrl, coder),
                        presets.assumption(named == null ? name : named, baseUrl, feedback))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Double temperature = config.model().temperature();
        ServedModels served = temperature == null
                ? new ServedModels(coder, feedback, config, environment, assumptions)
                : new ServedModels(
                        coder.withTemperature(temperature),
                        feedback.withTemperature(temperature),
                        config,
                        environment,
                        assumptions);
        served.requirePrices();
        return served;
    }

    /** Returns the model that writes solutions. */
    ModelConfig coder();

    /** Returns the model that judges outputs. */
    ModelConfig feedback();

    /** Returns whether the programs come from models that are not ours, which the sandbox must then hold. */
    boolean foreign();

    /** Returns whether durations reach the model where that is not stated. */
    default boolean showsTime() {
        return foreign();
    }

    /** Returns the log of the run that is made again with these replies; {@link RunRecord#NONE} for a run of its own. */
    default RunRecord repeated() {
        return RunRecord.NONE;
    }

    /** Returns the machine that the agent of a new run may be told of. */
    default Hardware machine() {
        return Hardware.here();
    }

    /** Returns the language of solutions where none is stated. */
    KernelKind kernel();

    /**
     * Makes sure that solutions can be in a language.
     *
     * @throws UserError if the model writes in none but another
     */
    void requireWrites(KernelKind language);

    /**
     * Returns the lines to show before the first call: what is sent to whom, and the most it can cost.
     *
     * @param prompt the most tokens of a prompt
     * @param reply the most tokens of a reply
     * @param calls the most calls of a step, if they are known
     */
    List<String> disclosure(int prompt, int reply, Optional<StepCalls> calls);

    /**
     * Makes sure that calls can be made; nothing is sent.
     *
     * @throws UserError if a key is missing
     */
    void requireKeys();

    /**
     * Returns the models behind one meter.
     *
     * @param meter the run's budget
     * @param clock measures calls
     * @param counter counts prompts
     */
    MeteredModels open(BudgetMeter meter, InstantSource clock, CalibratedTokenCounter counter);

    /** Returns what of the models fixes a run's course, for its hash. */
    List<Object> identity();

    /** Returns a counter that no model's own count should exceed. */
    default CalibratedTokenCounter counter() {
        return ChatModels.counter(List.of(coder(), feedback()));
    }

    /** Returns the tokens of the largest window that every model takes. */
    default int contextWindow() {
        return Math.min(coder().limits().contextWindow(), feedback().limits().contextWindow());
    }
}
