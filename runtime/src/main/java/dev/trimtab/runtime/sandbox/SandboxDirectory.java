package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A sandbox's own directory, beside and never inside a workspace: the script that enters the namespaces, the directory
 * they mount on, and one status file for each execution.
 *
 * @param path the directory
 */
record SandboxDirectory(Path path) implements AutoCloseable {
    private static final String PREFIX = "trimtab-sandbox-";
    private static final String SCRIPT = "enter.sh";

    /** Makes the directory, and removes those whose maker was killed. */
    static SandboxDirectory open() {
        try {
            Path parent = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
            removeStale(parent);
            Path path = make(parent);
            Files.createDirectory(path.resolve("root"));
            try (InputStream script = SandboxDirectory.class.getResourceAsStream(SCRIPT)) {
                if (script == null) {
                    throw new IllegalStateException(SCRIPT + " is not on the class path");
                }
                Files.copy(script, path.resolve(SCRIPT));
            }
            return new SandboxDirectory(path);
        } catch (IOException e) {
            throw new InfrastructureError("cannot make the sandbox's directory in java.io.tmpdir", e);
        }
    }

    /** Makes a workspace to try a sandbox in; its user removes it, or the next start if the user was killed. */
    static Path forProbe() throws IOException {
        return make(Path.of(System.getProperty("java.io.tmpdir")).toRealPath());
    }

    private static Path make(Path parent) throws IOException {
        return Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-");
    }

    Path script() {
        return path.resolve(SCRIPT);
    }

    Path root() {
        return path.resolve("root");
    }

    Path newStatus(long serial) throws IOException {
        return Files.createFile(path.resolve("status-" + serial));
    }

    @Override
    public void close() {
        try {
            delete(path);
        } catch (IOException e) {
            throw new InfrastructureError("cannot remove the sandbox's directory " + path, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            for (Path file : content.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }

    private static void removeStale(Path parent) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path directory : directories) {
                String maker = directory.getFileName().toString().substring(PREFIX.length());
                long pid = Long.parseLong(maker.substring(0, maker.indexOf('-')));
                if (Files.isWritable(directory) && ProcessHandle.of(pid).isEmpty()) {
                    deleteLeftOver(directory);
                }
            }
        }
    }

    private static void deleteLeftOver(Path directory) {
        try {
            delete(directory);
        } catch (IOException taken) {
            // Another process is clearing the same leftovers; whatever remains is the next start's.
            return;
        }
    }
}
