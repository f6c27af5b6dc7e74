package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.config.IdleKeys;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.config.SandboxKind;
import dev.trimtab.runtime.config.VerificationKind;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.Scaffolds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of {@code configs/reference.yaml} that a run does not read, since another of its keys has the value that it has. Limits and permissions
 * are none of them: one that is not reached or not needed was still asked for; but for the wall time of a replay, whose record stands for the
 * clock. Neither is a key of {@code model} where recorded replies answer,
 * since a replay is given the options of the run that it repeats.
 *
 * @param reasons by the key or the section, why
 */
public record IdleSettings(Map<String, Reason> reasons) {
    /**
     * Why a key is not read.
     *
     * @param where completes "has no effect", such as {@code with scaffold aide}
     * @param cure what would give it one
     */
    public record Reason(String where, String cure) {}

    /** Copies the reasons in order. */
    public IdleSettings {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * Returns what a run that is asked for would not read.
     *
     * @param environment where the models' keys come from
     * @throws dev.trimtab.runtime.UserError if its models or its scaffold do not exist
     */
    public static IdleSettings of(RunRequest request, Map<String, String> environment) {
        RunConfig config = request.config();
        Map<String, Reason> reasons = new LinkedHashMap<>();
        ofScaffold(config, RunConfig.layers(request.home(), request.layers()), reasons);
        ofModels(config, ModelSource.of(request.home(), config, environment, IdleKeys.REFUSED), reasons);
        if (config.execution().sandbox() == SandboxKind.LOCAL) {
            reasons.put("docker", new Reason("with sandbox local", "run in sandbox docker"));
        }
        if (config.verification().kind() == VerificationKind.SELF_REPORTED) {
            Reason believed = new Reason("with verification.kind self-reported", "set verification.kind to refold");
            reasons.put("verification.folds", believed);
            reasons.put("verification.candidates", believed);
        }
        return new IdleSettings(reasons);
    }

    /**
     * Refuses what the assignments of a new run say without effect. Files may hold more than a run reads, since they are for many runs.
     *
     * @param environment where the models' keys come from
     * @throws dev.trimtab.runtime.UserError naming the assignment, why it has no effect and what to do
     */
    public static void refuse(RunRequest request, Map<String, String> environment) {
        List<Layer> layers = request.layers();
        int files = request.files().size();
        IdleKeys keys = new IdleKeys(
                layers.subList(files, layers.size()),
                request.config(),
                RunConfig.load(request.home(), layers.subList(0, files)));
        of(request, environment)
                .reasons
                .forEach((key, reason) -> keys.refuse(key, reason.where() + ": leave it out, or " + reason.cure()));
    }

    private static void ofScaffold(RunConfig config, List<Layer> layers, Map<String, Reason> reasons) {
        Scaffolds scaffolds = new Scaffolds();
        Scaffold<?> scaffold = scaffolds.named(config.agent().scaffold());
        String where = "with scaffold " + scaffold.name();
        for (String name : scaffolds.names()) {
            if (!name.equals(scaffold.name())) {
                reasons.put(name, new Reason(where, "run scaffold " + name));
            }
        }
        if (scaffold.checkToolUnder(layers).isEmpty()) {
            reasons.put(
                    "environment.submission-check",
                    new Reason(
                            where + " as it is set, whose agent has no tool that checks a submission",
                            "run mlab, or openhands with openhands.check-submission: true"));
        }
        if (scaffold.mostCallsUnder(layers)
                .filter(calls -> calls.feedback() == 0)
                .isPresent()) {
            reasons.put(
                    "model.feedback", new Reason(where + ", which asks no second model", "run scaffold aide or mlab"));
        }
    }

    private static void ofModels(RunConfig config, ModelSource models, Map<String, Reason> reasons) {
        KernelKind kernel = config.execution().kernel() == null
                ? models.kernel()
                : config.execution().kernel();
        if (kernel == KernelKind.JAVA) {
            reasons.put(
                    "execution.python", new Reason("where solutions are in java", "set execution.kernel to python"));
        }
        if (models instanceof RecordedModel) {
            reasons.put(
                    "budget.max-time",
                    new Reason("in a replay, which goes by the times of its record", "name a model that is no record"));
            return;
        }
        String model = config.model().name();
        if (models.coder().provider() == ModelProvider.OFFLINE) {
            Reason ours = new Reason("with model " + model + ", which is no language model", "name a language model");
            reasons.put("model.temperature", ours);
            reasons.put("context.shrink", ours);
            return;
        }
        Reason served = new Reason("with model " + model + ": it is for the offline engineer", "run model offline");
        reasons.put("model.profile", served);
        reasons.put("model.declare-families", served);
        if (!takesTemperature(models.coder()) && !takesTemperature(models.feedback())) {
            reasons.put(
                    "model.temperature",
                    new Reason("with model " + model + ", which takes none", "name a model that takes one"));
        }
    }

    private static boolean takesTemperature(ModelConfig model) {
        return model.features().temperature();
    }
}
