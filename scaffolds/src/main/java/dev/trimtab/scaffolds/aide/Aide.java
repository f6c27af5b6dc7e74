package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.StepCalls;
import java.util.List;
import java.util.Optional;

/** The scaffold {@code aide}. */
public final class Aide implements Scaffold<AideConfig> {
    @Override
    public String name() {
        return "aide";
    }

    @Override
    public List<String> nativePolicies() {
        return List.of("aide-journal", "aide-journal-worst-first");
    }

    @Override
    public Class<AideConfig> configType() {
        return AideConfig.class;
    }

    @Override
    public boolean judgesByFunction() {
        return true;
    }

    @Override
    public Optional<StepCalls> mostCalls(AideConfig config) {
        return Optional.of(new StepCalls(AideAgent.TRIES, 1));
    }

    @Override
    public boolean seesDataFromWorkspace(AideConfig config) {
        return config.strictCompat();
    }

    @Override
    public Agent start(Task task, AideConfig config, boolean showTime) {
        return new AideAgent(task, config, showTime);
    }
}
