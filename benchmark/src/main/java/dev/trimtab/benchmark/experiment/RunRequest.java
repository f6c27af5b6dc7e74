package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * What a user asks to be run: the reference configuration with assignments over it.
 *
 * @param home the checkout
 * @param dataDir where prepared data are
 * @param options assignments {@code section.key=value}, later ones win
 */
public record RunRequest(Path home, Path dataDir, List<String> options) {
    /** Copies the list. */
    public RunRequest {
        options = List.copyOf(options);
    }

    /**
     * Returns the resolved configuration.
     *
     * @throws dev.trimtab.runtime.UserError naming the option that does not fit
     */
    public RunConfig config() {
        return RunConfig.load(home, layers());
    }

    /** Returns the assignments as layers. */
    public List<Layer> layers() {
        return options.stream().map(Layer::option).toList();
    }
}
