package dev.trimtab.runtime.config;

import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files that a name on the command line stands for: {@code portfolio} is {@code configs/policies/portfolio.yaml}. */
public final class NamedFiles {
    private static final String SUFFIX = ".yaml";

    private NamedFiles() {}

    /**
     * Returns the file that a name stands for; a text that ends in {@code .yaml} is a path already.
     *
     * @param folder the folder of named files, such as {@code configs/policies}
     * @param what the kind of thing, such as {@code policy}, for the error
     * @throws UserError naming the nearest and all known names, if there is no such file
     */
    public static Path find(Path folder, String what, String nameOrPath) {
        Path file = nameOrPath.endsWith(SUFFIX) ? Path.of(nameOrPath) : folder.resolve(nameOrPath + SUFFIX);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (nameOrPath.endsWith(SUFFIX)) {
            throw new UserError(what + " file " + nameOrPath + " does not exist");
        }
        List<String> known = names(folder);
        String nearest = NearestKey.of(nameOrPath, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
        throw new UserError(
                "unknown " + what + " '" + nameOrPath + "'" + nearest + " (known: " + String.join(", ", known) + ")");
    }

    /** Returns the names that a folder of named files knows, sorted; none if there is no such folder. */
    public static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError("cannot list " + folder + ": " + IoReason.of(e), e);
        }
    }
}
