package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same contract where Trimtab runs as an ordinary user, played by a JVM under such a uid. Needs root to start it. */
final class UnprivilegedSandboxTest extends SandboxContract {
    private static final String UID = "65534";
    private static Path classes;

    private Process server;
    private DataInputStream in;
    private DataOutputStream out;

    @BeforeAll
    static void copyClasses() throws IOException {
        assumeTrue(
                (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0,
                "only root can start a program as another user");
        classes = Files.createTempDirectory("trimtab-classes-");
        for (Class<?> kind : List.of(UserError.class, LocalSandbox.class, SandboxServer.class)) {
            Path root = Path.of(
                    kind.getProtectionDomain().getCodeSource().getLocation().getPath());
            Path folder = root.resolve(kind.getPackageName().replace('.', '/'));
            Path target = Files.createDirectories(classes.resolve(root.relativize(folder)));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.write(target.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        new ProcessBuilder("chmod", "-R", "a+rX", classes.toString())
                .inheritIO()
                .start()
                .onExit()
                .join();
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
    }

    @Override
    Path newDirectory() throws IOException {
        start(Path.of(Objects.requireNonNull(System.getProperty("trimtab.home")))
                .toAbsolutePath());
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

    private void start(Path hidden) throws IOException {
        String java = System.getProperty("java.home") + "/bin/java";
        server = new ProcessBuilder(
                        "setpriv",
                        "--reuid",
                        UID,
                        "--regid",
                        UID,
                        "--clear-groups",
                        java,
                        "-cp",
                        classes.toString(),
                        "-Djava.io.tmpdir=/tmp",
                        SandboxServer.class.getName(),
                        hidden.normalize().toString())
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new DataInputStream(server.getInputStream());
        out = new DataOutputStream(server.getOutputStream());
    }

    private void ask(Request request) throws IOException {
        out.writeInt(request.ordinal());
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
