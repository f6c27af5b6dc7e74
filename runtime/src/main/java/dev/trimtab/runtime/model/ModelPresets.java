package dev.trimtab.runtime.model;

import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.NamedFiles;
import java.nio.file.Path;
import java.util.List;

/** The models that {@code --model} names: files of one folder, or any path that ends in {@code .yaml}. */
public final class ModelPresets {
    private final Path folder;

    /** @param folder such as {@code configs/models} of the checkout */
    public ModelPresets(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns a model's configuration.
     *
     * @param nameOrPath a preset's name without its suffix, or a path that ends in {@code .yaml}
     * @throws dev.trimtab.runtime.UserError if there is no such preset or file, or it holds a mistake
     */
    public ModelConfig load(String nameOrPath) {
        return new ConfigLoader().load(NamedFiles.find(folder, "model", nameOrPath), ModelConfig.class);
    }

    /** Returns the names of all presets in alphabetical order. */
    public List<String> names() {
        return NamedFiles.names(folder);
    }
}
