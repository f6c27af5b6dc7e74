package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox with a workspace, opened before each test; after it a harmless program must still run. */
abstract class SandboxFixture {
    static final long MIB = 1 << 20;
    static final Limits LIMITS = new Limits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            512 * MIB,
            128,
            32 * MIB,
            64 * MIB,
            /* outputBytes= */ 8192);

    Sandbox sandbox;
    Path workspace;

    /** Opens the sandbox under test, in which {@code hidden} must not be seen. */
    abstract Sandbox open(Path hidden) throws IOException;

    /** Makes an empty directory that belongs to the user who runs the sandbox. */
    abstract Path newDirectory() throws IOException;

    /** Removes a directory as the user who runs the sandbox would. */
    abstract void delete(Path directory) throws IOException;

    @BeforeEach
    void openSandbox() throws IOException {
        workspace = newDirectory();
        sandbox = open(checkout());
    }

    /** Each test ends with a good program, which must run after whatever came before. */
    @AfterEach
    void goesOn() throws IOException {
        ExecutionResult next = shell("echo still here", LIMITS);
        sandbox.close();
        delete(workspace);

        assertThat(next.output()).isEqualTo("still here\n");
        assertThat(next.exitCode()).isZero();
        assertThat(workspace).doesNotExist();
    }

    final ExecutionResult shell(String script) {
        return shell(script, LIMITS);
    }

    final ExecutionResult shell(String script, Limits limits) {
        List<String> argv = List.of("/bin/sh", "-c", script);
        return sandbox.run(new Command(argv, workspace, List.of(), Map.of("PATH", "/usr/bin:/bin")), limits);
    }

    final ExecutionResult python(String code) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no /usr/bin/python3 here");
        List<String> argv = List.of("/usr/bin/python3", "-u", "-c", code);
        return sandbox.run(new Command(argv, workspace, List.of(), Map.of("PATH", "/usr/bin:/bin")), LIMITS);
    }

    static Path checkout() {
        return Path.of(Objects.requireNonNull(System.getProperty("trimtab.home"), "trimtab.home"))
                .toAbsolutePath()
                .normalize();
    }
}
