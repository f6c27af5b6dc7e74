package dev.trimtab.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Containers of a real engine. */
final class DockerShellSessionTest extends ShellSessionContract {
    /** Asked for before the fixture opens anything, which without an engine it could not take down. */
    private final DockerSettings settings = DockerEngineUnderTest.settings();

    @Override
    Sandbox open(Path hidden) {
        return DockerSandbox.open(settings, List.of(hidden));
    }

    @Override
    Path newDirectory() throws IOException {
        return Files.createTempDirectory("trimtab-test-").toRealPath();
    }

    @Override
    void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
