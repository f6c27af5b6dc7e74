package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.StepCalls;
import java.util.List;
import java.util.Optional;

/** The scaffold {@code openhands}. */
public final class OpenHands implements Scaffold<OpenHandsConfig> {
    @Override
    public String name() {
        return "openhands";
    }

    @Override
    public List<String> nativePolicies() {
        return List.of(
                "openhands-noop",
                "openhands-recent",
                "openhands-amortized",
                "openhands-observation-masking",
                "openhands-conversation-window",
                "openhands-llm",
                "openhands-llm-attention",
                "openhands-structured",
                "openhands-pipeline",
                "openhands-sdk");
    }

    @Override
    public Class<OpenHandsConfig> configType() {
        return OpenHandsConfig.class;
    }

    @Override
    public boolean judgesByFunction() {
        return false;
    }

    @Override
    public boolean actsByFunction(OpenHandsConfig config) {
        return config.functionCalling();
    }

    @Override
    public Optional<String> checkTool(OpenHandsConfig config) {
        return config.checkSubmission() ? Optional.of(ToolSet.CHECK) : Optional.empty();
    }

    @Override
    public Optional<StepCalls> mostCalls(OpenHandsConfig config) {
        return Optional.of(new StepCalls(1, 0));
    }

    @Override
    public Agent start(Task task, OpenHandsConfig config, boolean showTime) {
        return new CodeActAgent(task, config, showTime);
    }
}
