package dev.trimtab.controller.ecology;

import dev.trimtab.controller.policy.StabilityPolicy;
import java.util.function.Function;

/**
 * A policy in a comparison.
 *
 * @param name its name in tables
 * @param in the policy in a world; only a bound may depend on the world, since only a bound may know {@code V}
 */
public record Contender(String name, Function<World, StabilityPolicy> in) {
    /** Returns the contender that is the same policy in every world. */
    public static Contender of(StabilityPolicy policy) {
        return new Contender(policy.name(), world -> policy);
    }
}
