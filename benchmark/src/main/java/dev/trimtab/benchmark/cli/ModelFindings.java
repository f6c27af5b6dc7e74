package dev.trimtab.benchmark.cli;

import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ToolChoiceStyle;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import java.util.List;
import java.util.Map;

/** Looks at which models can be named: whether each preset's key is in the environment, never what it is. */
final class ModelFindings {
    private ModelFindings() {}

    static List<Finding> of(ModelPresets presets, Map<String, String> environment) {
        return presets.names().stream()
                .map(name -> of(name, presets.load(name), environment))
                .toList();
    }

    private static Finding of(String name, ModelConfig model, Map<String, String> environment) {
        String subject = "model " + name;
        String unlocks = "--model " + name
                + (model.features().toolChoice() == ToolChoiceStyle.NONE
                        ? ", together with a --feedback-model that takes functions"
                        : "");
        if (model.provider() == ModelProvider.OFFLINE) {
            return new Finding(subject, true, "needs nothing. " + OfflineEngineer.NOTICE, unlocks);
        }
        String variable = model.apiKeyEnv();
        if (variable == null) {
            return new Finding(subject, true, "needs no key, but a server at " + model.baseUrl(), unlocks);
        }
        boolean set = !environment.getOrDefault(variable, "").isBlank();
        return new Finding(
                subject,
                set,
                set ? variable + " is set; check it with doctor --model" : variable + " is not set",
                unlocks);
    }
}
