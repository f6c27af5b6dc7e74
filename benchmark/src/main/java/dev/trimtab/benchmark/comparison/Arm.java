package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.experiment.RunModel;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.config.AgentConfig;
import dev.trimtab.runtime.config.ConfigTree;
import dev.trimtab.runtime.config.EnvironmentConfig;
import dev.trimtab.runtime.config.RunConfig;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What runs that differ in competition and seed only have in common.
 *
 * @param scaffold the agent
 * @param policy the context policy, by name or path
 * @param pursuit who decides what a step works on
 * @param model the model's name, with the offline engineer's profile; of recorded replies, {@code replay of} the model that gave them
 * @param budget the prompt's window ({@code whole}: all that the models take) and the most that memory may take of it, in tokens
 * @param description {@code original} or {@code obfuscated}
 * @param settings the start of the SHA-256 of all configuration but policy, description, competition and seed: arms with the same differ in policy alone
 */
public record Arm(
        String scaffold,
        String policy,
        String pursuit,
        String model,
        String budget,
        String description,
        String settings) {
    private static final int HASH_DIGITS = 12;
    /** The description as it is. */
    static final String ORIGINAL = "original";

    /** The description without what tells where its competition comes from. */
    static final String OBFUSCATED = "obfuscated";

    /** The window of a budget that is all that the models take. */
    public static final String WHOLE = "whole";

    private static final String YAML = ".yaml";

    /**
     * Returns the arm of a run.
     *
     * @param request what the run was asked
     * @param model who wrote its solutions
     */
    static Arm of(RunRequest request, RunModel model) {
        RunConfig config = request.config();
        AgentConfig agent = config.agent();
        Integer window = config.context().tokens();
        Integer memory = config.context().memoryTokens();
        return new Arm(
                agent.scaffold(),
                agent.policy(),
                agent.pursuit().name().toLowerCase(Locale.ROOT),
                model(model.name(), model.profile()),
                (window == null ? WHOLE : window) + (memory == null ? "" : "/" + memory),
                config.environment().obfuscated() ? OBFUSCATED : ORIGINAL,
                Sha256.of(ConfigTree.of(common(config)).toString()).substring(0, HASH_DIGITS));
    }

    /** Returns how tables name a model; files by their names without the folder, since {@code settings} tells them apart. */
    public static String model(String name, @Nullable String profile) {
        return plain(name) + (profile == null ? "" : "/" + plain(profile));
    }

    private static String plain(String name) {
        return name.endsWith(YAML) ? name.substring(name.lastIndexOf('/') + 1, name.length() - YAML.length()) : name;
    }

    /** Returns the arm that differs in its policy alone. */
    Arm withPolicy(String other) {
        return new Arm(scaffold, other, pursuit, model, budget, description, settings);
    }

    /** Returns the arm that differs in what its agent read of the competition alone. */
    Arm withDescription(String other) {
        return new Arm(scaffold, policy, pursuit, model, budget, other, settings);
    }

    /** Returns what the arm has in common with those that it is compared with. */
    Stratum stratum() {
        return new Stratum(scaffold, pursuit, model, budget, description, settings);
    }

    private static RunConfig common(RunConfig config) {
        AgentConfig agent = config.agent();
        return new RunConfig(
                new AgentConfig(agent.scaffold(), "any", agent.pursuit(), null, agent.description(), /* seed= */ 0),
                new EnvironmentConfig(
                        config.environment().instructions(),
                        /* obfuscated= */ false,
                        config.environment().submissionCheck()),
                config.context(),
                config.model(),
                config.execution(),
                config.docker(),
                config.limits(),
                config.verification(),
                config.budget(),
                config.aide(),
                config.mlab(),
                config.openhands());
    }
}
