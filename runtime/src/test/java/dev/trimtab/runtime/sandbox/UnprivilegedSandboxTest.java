package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.sandbox.SandboxServer.Request;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same contract where Trimtab runs as an ordinary user, played by a JVM under such a uid. Needs root to start it. */
final class UnprivilegedSandboxTest extends SandboxContract {
    private static final String UID = "65534";
    private static @Nullable Path classes;

    private final Process server;
    private final DataInputStream in;
    private final DataOutputStream out;

    UnprivilegedSandboxTest() throws IOException {
        Path home = Path.of(Objects.requireNonNull(System.getProperty("trimtab.home")));
        server = start(home.toAbsolutePath().normalize());
        in = new DataInputStream(server.getInputStream());
        out = new DataOutputStream(server.getOutputStream());
    }

    @BeforeAll
    static void copyClasses() throws IOException {
        assumeTrue(
                (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0,
                "only root can start a program as another user");
        Path copies = Files.createTempDirectory("trimtab-classes-");
        classes = copies;
        for (Class<?> kind : List.of(UserError.class, LocalSandbox.class, SandboxServer.class)) {
            Path root = placeOf(kind);
            Path folder = root.resolve(kind.getPackageName().replace('.', '/'));
            Path target = Files.createDirectories(copies.resolve(root.relativize(folder)));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.write(target.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        Files.copy(placeOf(NativeLibrary.class), copies.resolve("jna.jar"));
        new ProcessBuilder("chmod", "-R", "a+rX", copies.toString())
                .inheritIO()
                .start()
                .onExit()
                .join();
    }

    private static Path placeOf(Class<?> kind) {
        return Path.of(kind.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    @AfterAll
    static void removeClasses() throws IOException {
        if (classes != null) {
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void open_asOrdinaryUser_hasNamespacesOfItsOwn() {
        assertThat(sandbox.isolation().namespaces()).contains("mount", "pid", "network");
        assertThat(sandbox.isolation().uid()).contains("user namespace");
        assertThat(sandbox.isolation().description()).doesNotContain("READABLE");
    }

    @Override
    Path newDirectory() throws IOException {
        ask(Request.NEW_DIRECTORY);
        return Path.of(in.readUTF());
    }

    @Override
    void delete(Path directory) throws IOException {
        ask(Request.DELETE);
        out.writeUTF(directory.toString());
        out.flush();
        in.readBoolean();
        ask(Request.CLOSE);
        in.readBoolean();
        server.onExit().join();
    }

    private static Process start(Path hidden) throws IOException {
        String java = System.getProperty("java.home") + "/bin/java";
        return new ProcessBuilder(
                        "setpriv",
                        "--reuid",
                        UID,
                        "--regid",
                        UID,
                        "--clear-groups",
                        java,
                        "-cp",
                        classes + ":" + classes + "/jna.jar",
                        "-Djava.io.tmpdir=/tmp",
                        SandboxServer.class.getName(),
                        hidden.toString())
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void ask(Request request) throws IOException {
        out.writeUTF(request.name());
        out.flush();
    }

    @Override
    Sandbox open(Path hidden) {
        return new Sandbox() {
            @Override
            public ExecutionResult run(Command command, Limits limits) {
                try {
                    ask(Request.RUN);
                    SandboxServer.writeCommand(out, command);
                    SandboxServer.writeLimits(out, limits);
                    out.flush();
                    return SandboxServer.readResult(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public HoldableExecution start(Command command, Limits limits) {
                throw new UnsupportedOperationException("nothing is held here");
            }

            @Override
            public Isolation isolation() {
                try {
                    ask(Request.ISOLATION);
                    return SandboxServer.readIsolation(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                // The server outlives the test's last request and closes its sandbox when it is told to end.
            }
        };
    }
}
