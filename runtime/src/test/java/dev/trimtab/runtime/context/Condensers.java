package dev.trimtab.runtime.context;

import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.PolicyConfig;
import java.nio.file.Path;
import java.util.Arrays;

/** OpenHands' condensers as the checkout's files compose them. */
final class Condensers {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));

    private Condensers() {}

    /**
     * Returns a fresh policy.
     *
     * @param name a file in {@code configs/policies}
     * @param settings YAML laid over it
     */
    static ContextPolicy policy(String name, String... settings) {
        return new ContextPolicies()
                .create(PolicyConfig.load(
                        HOME,
                        name,
                        Arrays.stream(settings)
                                .map(yaml -> Layer.text("test", yaml))
                                .toList()));
    }
}
