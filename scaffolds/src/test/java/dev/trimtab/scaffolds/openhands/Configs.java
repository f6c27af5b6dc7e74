package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import java.util.List;

/** OpenHands' configuration where only what a test is about differs from the defaults. */
final class Configs {
    private Configs() {}

    /**
     * Returns the defaults with settings laid over them.
     *
     * @param settings keys and values as YAML, such as {@code show-left: true}
     */
    static OpenHandsConfig with(String settings) {
        return new ConfigLoader().load(List.of(Layer.text("test", settings)), OpenHandsConfig.DEFAULT);
    }
}
