package dev.trimtab.runtime.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that fixes a run, as {@code configs/reference.yaml} documents it.
 *
 * @param agent what runs on what
 * @param environment what an agent is told beside the description
 * @param context how much a model call may hold
 * @param model which model answers
 * @param execution where and how solutions run
 * @param docker the engine and image where solutions run in containers
 * @param limits what one execution may use
 * @param verification when and how candidates are verified strongly
 * @param budget what the run may spend
 * @param aide the AIDE scaffold's own section, which it binds itself with {@link ConfigLoader#section}
 * @param mlab the MLAB scaffold's own section
 * @param openhands the OpenHands scaffold's own section
 */
public record RunConfig(
        AgentConfig agent,
        EnvironmentConfig environment,
        ContextConfig context,
        ModelChoice model,
        ExecutionConfig execution,
        DockerConfig docker,
        LimitsConfig limits,
        VerificationConfig verification,
        BudgetConfig budget,
        Map<String, Object> aide,
        Map<String, Object> mlab,
        Map<String, Object> openhands) {

    /**
     * Returns the configuration of the reference file with layers over it.
     *
     * @param home the checkout, which holds {@code configs/reference.yaml}
     * @param over lowest first: preset, file, options
     * @throws ConfigException naming file, line and key, or the option
     */
    public static RunConfig load(Path home, List<Layer> over) {
        return new ConfigLoader().load(layers(home, over), RunConfig.class);
    }

    /** Returns the reference file's layer with {@code over} on top, for {@link ConfigLoader#section}. */
    public static List<Layer> layers(Path home, List<Layer> over) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.file(home.resolve("configs/reference.yaml")));
        layers.addAll(over);
        return List.copyOf(layers);
    }
}
