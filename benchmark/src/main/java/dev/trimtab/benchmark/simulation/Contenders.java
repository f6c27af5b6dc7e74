package dev.trimtab.benchmark.simulation;

import dev.trimtab.controller.comparator.Oracle;
import dev.trimtab.controller.comparator.StabilityPolicies;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.PolicyConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the policies of an experiment.
 *
 * @param home the checkout, which holds {@code configs/policies}
 */
public record Contenders(Path home) {
    /**
     * Returns the policies, then the bounds, each under its file's name.
     *
     * @throws UserError if there is no such policy, or it is not one of the law layer
     */
    List<Contender> of(Experiment experiment) {
        List<Contender> contenders = new ArrayList<>();
        experiment.policies().forEach(name -> contenders.add(fixed(name, List.of())));
        experiment
                .bounds()
                .forEach(name -> contenders.add(name.equals(Oracle.NAME) ? oracle() : fixed(name, List.of())));
        return contenders;
    }

    private Contender oracle() {
        PolicyParameters parameters = PolicyConfig.load(home, Oracle.NAME).portfolio();
        return new Contender(Oracle.NAME, world -> new Oracle(world.adequateFamilies(), parameters));
    }

    /**
     * Returns a policy that is the same in every world.
     *
     * @param settings what is laid over its file
     * @throws UserError if there is no such policy, it is not one of the law layer, or a setting does not fit
     */
    public Contender fixed(String name, List<Layer> settings) {
        if (name.equals(Oracle.NAME)) {
            throw new UserError("policy 'oracle' knows what no contender may; name it under bounds");
        }
        PolicyConfig config = PolicyConfig.load(home, name, settings);
        StabilityPolicies policies = StabilityPolicies.counted();
        StabilityPolicy policy = policies.create(config.kind(), config.portfolio())
                .orElseThrow(() -> new UserError("policy '" + name + "' is of kind '" + config.kind()
                        + "', which works on texts; an experiment takes " + String.join(", ", policies.names())));
        return new Contender(name, world -> policy);
    }
}
