package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"UID", "WATCHED"})
    void open_withoutNamespaces_saysSoAndStillEndsEveryProcess(Level level) throws IOException {
        assumeTrue(
                level == Level.WATCHED || (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0,
                "only root can give a solution a uid of its own");
        sandbox.close();
        sandbox = LocalSandbox.open(List.of(), List.of(level));
        String mark = "31339" + ProcessHandle.current().pid();
        String hide = "setsid sleep " + mark + " & (setsid sh -c 'sleep " + mark + " & exit' &); pwd; ";

        ExecutionResult ended = shell(hide + "exit 3");
        ExecutionResult stopped = shell(hide + "sleep " + mark, Limits.DEFAULT.withWallTime(Duration.ofSeconds(1)));

        assertThat(sandbox.isolation().answersReadable()).isTrue();
        assertThat(sandbox.isolation().description()).contains("NO namespaces", "network OPEN");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.output()).isEqualTo("/workspace\n");
        assertThat(stopped.violation()).isEqualTo(Violation.TIMEOUT);
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("sleep " + mark)))
                .isEmpty();
    }

    @Test
    void run_looksForTheCallersKeys_findsNoneAndLeavesNone() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "system calls are numbered for x86-64 here");
        Function syscall = NativeLibrary.getInstance("c").getFunction("syscall");
        SessionKeyring.leave();
        byte[] secret = "a caller's secret".getBytes(StandardCharsets.UTF_8);
        long added = syscall.invokeLong(new Object[] {248L, "user", "callers-key", secret, (long) secret.length, -3L});
        assumeTrue(added > 0, "no kernel keys here");

        ExecutionResult result = python("""
                import ctypes
                libc = ctypes.CDLL(None)
                print('found', libc.syscall(249, b'user', b'callers-key', None, 0) > 0)
                print('kept', libc.syscall(248, b'user', b'solutions-key', b'labels', 6, -3) > 0)
                """);

        assertThat(result.output()).isEqualTo("found False\nkept True\n");
        assertThat(syscall.invokeLong(new Object[] {249L, "user", "callers-key", null, 0L}))
                .as("the caller still has its own")
                .isEqualTo(added);
        assertThat(syscall.invokeLong(new Object[] {249L, "user", "solutions-key", null, 0L}))
                .as("and nothing of the solution's")
                .isNegative();
    }

    @Test
    void close_removesItsDirectory() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String own = "trimtab-sandbox-" + ProcessHandle.current().pid() + "-";
        List<String> before = names(temporary, own);

        LocalSandbox.open(List.of()).close();

        assertThat(names(temporary, own)).isEqualTo(before);
    }

    @Test
    void start_failsAgainAndAgain_keepsNoUid() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String own = "trimtab-sandbox-" + ProcessHandle.current().pid() + "-";
        List<String> before = names(temporary, own);
        try (LocalSandbox broken = LocalSandbox.open(List.of())) {
            List<String> added = new ArrayList<>(names(temporary, own));
            added.removeAll(before);
            Path directory = temporary.resolve(added.get(0));
            delete(directory);

            for (int time = 0; time <= ExecutionMark.UIDS_PER_PROCESS; time++) {
                assertThatThrownBy(() ->
                                broken.start(new Command(List.of("/bin/true"), workspace, List.of(), Map.of()), LIMITS))
                        .hasMessageContaining("cannot use the sandbox's directory");
            }
            Files.createDirectory(directory); // to be closed
        }
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
