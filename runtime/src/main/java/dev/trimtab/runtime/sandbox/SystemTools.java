package dev.trimtab.runtime.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds util-linux's tools in the system's own folders, never along an inherited search path. */
final class SystemTools {
    static final String SEARCH_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
    private static final List<String> FOLDERS = List.of(SEARCH_PATH.split(":", -1));

    private SystemTools() {}

    static Optional<String> find(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static boolean have(String... names) {
        return List.of(names).stream().allMatch(name -> find(name).isPresent());
    }
}
