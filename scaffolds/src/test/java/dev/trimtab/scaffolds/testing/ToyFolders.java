package dev.trimtab.scaffolds.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders for toy runs, which are made wherever a test wants one and are all gone once the tests have ended. */
final class ToyFolders {
    private static final Path ROOT = root();

    private ToyFolders() {}

    /** Returns a new, empty folder. */
    static Path make() throws IOException {
        return Files.createTempDirectory(ROOT, "toy-workspace");
    }

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("toy-runs");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
