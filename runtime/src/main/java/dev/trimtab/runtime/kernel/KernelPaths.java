package dev.trimtab.runtime.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every kernel lets a solution read besides its workspace. */
final class KernelPaths {
    private static final String INPUT = "input";

    private KernelPaths() {}

    /** Returns a path as a sandbox shows it, without links, if there is such a file; else as it is, made absolute. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Returns a kernel's own files and the workspace's input, as far as they exist. */
    static List<Path> readable(Path workspace, List<Path> own) {
        List<Path> readable = new ArrayList<>();
        for (Path path : own) {
            if (Files.exists(path)) {
                readable.add(path);
            }
        }
        Path input = workspace.resolve(INPUT);
        if (Files.exists(input)) {
            readable.add(input);
        }
        return readable;
    }
}
