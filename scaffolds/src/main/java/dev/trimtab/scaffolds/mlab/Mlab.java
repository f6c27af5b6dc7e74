package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.Scaffold;
import java.util.List;
import java.util.Optional;

/** The scaffold {@code mlab}. */
public final class Mlab implements Scaffold<MlabConfig> {
    @Override
    public String name() {
        return "mlab";
    }

    @Override
    public List<String> nativePolicies() {
        return List.of("mlab-research-log");
    }

    @Override
    public Class<MlabConfig> configType() {
        return MlabConfig.class;
    }

    @Override
    public boolean judgesByFunction() {
        return false;
    }

    @Override
    public Optional<String> checkTool(MlabConfig config) {
        return Optional.of(MlabAction.VALIDATE.title());
    }

    @Override
    public Agent start(Task task, MlabConfig config, boolean showTime) {
        return new MlabAgent(task, config, showTime);
    }
}
