package dev.trimtab.benchmark.mlebench.recipe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What recipes may name that they cannot express.
 *
 * @param steps special steps by name
 * @param rules special ways to split by name
 */
public record Specials(Map<String, SpecialStep> steps, Map<String, SplitRule> rules) {
    /** Copies the maps. */
    public Specials {
        steps = Map.copyOf(steps);
        rules = Map.copyOf(rules);
    }

    SpecialStep step(String name) {
        return found(steps, "special", name);
    }

    SplitRule rule(String name) {
        return found(rules, "rule", name);
    }

    private static <T> T found(Map<String, T> all, String key, String name) {
        @Nullable T one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException(key + " names nothing that is known: " + name);
        }
        return one;
    }
}
