package dev.trimtab.runtime.config;

import dev.trimtab.controller.policy.PolicyParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A context policy as a file in {@code configs/policies} describes it.
 *
 * @param kind the policy's name in the registry; ignored if a class is given
 * @param className a policy class of the user's own; null for a registered one
 * @param keep attempts kept by {@code recent-k} and {@code best-k}, at least 1
 * @param drop what is given up first when items do not fit, for policies without a rule of their own
 * @param portfolio parameters of the law layer's policies: {@code portfolio}, its ablations, the comparators and the bound
 * @param observations newest items whose observations {@code mlab-research-log} shows, at least 0
 * @param condenser what the kind {@code condenser} does
 * @param pipeline several of them, asked in order, in the place of {@code condenser}; empty: that one
 * @param shuffleFamilies whether each attempt is given the family of one drawn from all so far instead of its own: a control
 */
public record PolicyConfig(
        String kind,
        @Key("class") @Nullable String className,
        int keep,
        DropOrder drop,
        PolicyParameters portfolio,
        int observations,
        CondenserConfig condenser,
        List<CondenserConfig> pipeline,
        boolean shuffleFamilies) {

    /** What a key has that a policy's file leaves out. */
    public static final PolicyConfig DEFAULT = new PolicyConfig(
            "portfolio",
            null,
            5,
            DropOrder.OLDEST,
            PolicyParameters.DEFAULT,
            Integer.MAX_VALUE,
            CondenserConfig.DEFAULT,
            List.of(),
            /* shuffleFamilies= */ false);

    public PolicyConfig {
        pipeline = List.copyOf(pipeline);
        Ranges.notBlank("kind", kind);
        if (!pipeline.isEmpty() && !condenser.equals(CondenserConfig.DEFAULT)) {
            throw new IllegalArgumentException(
                    "condenser says nothing beside pipeline: change the pipeline's own stages");
        }
        Ranges.atLeast("keep", keep, 1);
        Ranges.atLeast("observations", observations, 0);
    }

    /** Returns this policy with other stages. */
    PolicyConfig withPipeline(List<CondenserConfig> stages) {
        return new PolicyConfig(
                kind, className, keep, drop, portfolio, observations, condenser, stages, shuffleFamilies);
    }

    /**
     * Returns the policy of a name or path.
     *
     * @param home the checkout, which holds {@code configs/policies}
     * @param nameOrPath a file's name there, or a path that ends in {@code .yaml}
     * @throws dev.trimtab.runtime.UserError if there is no such file, or it does not fit, or it says what its kind does not read
     */
    public static PolicyConfig load(Path home, String nameOrPath) {
        return load(home, nameOrPath, List.of());
    }

    /**
     * Returns the policy of a name or path with settings laid over it.
     *
     * @param home the checkout, which holds {@code configs/policies}
     * @param nameOrPath a file's name there, or a path that ends in {@code .yaml}
     * @param settings lowest first
     * @throws dev.trimtab.runtime.UserError if there is no such file, it or a setting does not fit, or they say what the kind does not read
     */
    public static PolicyConfig load(Path home, String nameOrPath, List<Layer> settings) {
        return load(home, nameOrPath, settings, IdleKeys.REFUSED);
    }

    /**
     * Returns the policy of a name or path that may say what its kind does not read, as one may with which a run was begun.
     *
     * @param home the checkout, which holds {@code configs/policies}
     * @param nameOrPath a file's name there, or a path that ends in {@code .yaml}
     * @param idle takes what is not read
     * @throws dev.trimtab.runtime.UserError if there is no such file, or it does not fit
     */
    public static PolicyConfig load(Path home, String nameOrPath, Consumer<ConfigException> idle) {
        return load(home, nameOrPath, List.of(), idle);
    }

    private static PolicyConfig load(
            Path home, String nameOrPath, List<Layer> settings, Consumer<ConfigException> idle) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.file(NamedFiles.find(home.resolve("configs/policies"), "policy", nameOrPath)));
        layers.addAll(settings);
        PolicyConfig policy = new ConfigLoader().load(layers, DEFAULT);
        PolicyKinds.requireRead(layers, policy, idle);
        return policy;
    }
}
