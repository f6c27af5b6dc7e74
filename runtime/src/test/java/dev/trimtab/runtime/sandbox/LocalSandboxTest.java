package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This machine's sandbox as the user who runs the tests, root or not. */
final class LocalSandboxTest extends SandboxContract {
    @Override
    Sandbox open(Path hidden) {
        return LocalSandbox.open(List.of(hidden));
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

    @Test
    void open_hiddenDirectoryBeneathAShownOne_isEmptyInside() throws IOException {
        try (Sandbox hiding = LocalSandbox.open(List.of(Path.of("/usr/share")))) {
            sandbox.close();
            sandbox = hiding;
            assertThat(shell("ls -a /usr/share").output()).isEqualTo(".\n..\n");
        }
        sandbox = open(Path.of("/usr/share"));
    }

    @Test
    void close_removesItsDirectory() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String own = "trimtab-sandbox-" + ProcessHandle.current().pid() + "-";
        List<String> before = names(temporary, own);

        LocalSandbox.open(List.of()).close();

        assertThat(names(temporary, own)).isEqualTo(before);
    }

    private static List<String> names(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
