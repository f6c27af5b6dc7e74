package dev.trimtab.runtime.config;

import dev.trimtab.runtime.attempt.Pursuit;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What runs on what.
 *
 * @param scaffold the name of a scaffold
 * @param policy the name of a file in {@code configs/policies}, or a path that ends in {@code .yaml}
 * @param pursuit who decides what the next step works on
 * @param competition the competition's id; null must be filled by the command line
 * @param description a file that replaces the competition's own description; null for its own
 * @param seed keys every random stream of the run
 */
public record AgentConfig(
        String scaffold,
        String policy,
        Pursuit.Mode pursuit,
        @Nullable String competition,
        @Nullable Path description,
        long seed) {
    public AgentConfig {
        Ranges.notBlank("scaffold", scaffold);
        Ranges.notBlank("policy", policy);
    }
}
