package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The JDK that runs Trimtab, which Java solutions run on too.
 *
 * @param path its directory
 * @param folders all directories that it needs: its own, and those of the system's configuration that its links lead to
 */
record JavaHome(Path path, List<Path> folders) {
    private static final Path CONFIGURATION = Path.of("/etc");

    JavaHome {
        folders = List.copyOf(folders);
    }

    /** @throws UserError if this is a runtime without a compiler */
    static JavaHome running() {
        Path home = Path.of(System.getProperty("java.home"));
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            throw new UserError("no java program in " + home + ": run Trimtab with a JDK");
        }
        List<Path> folders = new ArrayList<>(List.of(home));
        // A folder sorts before what lies in it.
        TreeSet<Path> configured = new TreeSet<>();
        for (String part : List.of("conf", "lib")) {
            configured.addAll(configuration(home.resolve(part)));
        }
        for (Path folder : configured) {
            if (folders.stream().noneMatch(folder::startsWith)) {
                folders.add(folder);
            }
        }
        return new JavaHome(home, folders);
    }

    /** Distributions keep what an administrator may change in /etc, and links to it in the JDK. */
    private static List<Path> configuration(Path part) {
        if (!Files.isDirectory(part)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isSymbolicLink)
                    .map(KernelPaths::real)
                    .filter(target -> target.startsWith(CONFIGURATION) && Files.exists(target))
                    .map(target -> target.resolve("..").normalize())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new InfrastructureError("cannot look through the JDK in " + part, e);
        }
    }

    String program() {
        return path.resolve("bin/java").toString();
    }
}
