package dev.trimtab.runtime.model;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models that {@code --model} names: files of one folder, or any path that ends in {@code .yaml}. */
public final class ModelPresets {
    private static final String SUFFIX = ".yaml";

    private final Path folder;

    /** @param folder such as {@code configs/models} of the checkout */
    public ModelPresets(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns a model's configuration.
     *
     * @param nameOrPath a preset's name without its suffix, or a path that ends in {@code .yaml}
     * @throws UserError if there is no such preset or file, or it holds a mistake
     */
    public ModelConfig load(String nameOrPath) {
        boolean path = nameOrPath.endsWith(SUFFIX);
        Path file = path ? Path.of(nameOrPath) : folder.resolve(nameOrPath + SUFFIX);
        if (!Files.isRegularFile(file)) {
            throw new UserError("model \"" + nameOrPath + "\" is unknown: use one of " + String.join(", ", names())
                    + ", or the path of a .yaml file");
        }
        return new ConfigLoader().load(file, ModelConfig.class);
    }

    /** Returns the names of all presets in alphabetical order. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
