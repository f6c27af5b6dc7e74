package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every sandbox promises: good programs run, hostile ones are stopped, and the caller goes on unharmed. */
abstract class SandboxContract extends EscapeContract {
    @Test
    void run_utf8OnBothStreams_keepsTextAndOrder() {
        ExecutionResult result = shell("echo zürich; echo 数据 >&2; printf '😀\\n'; printf '\\377\\n'");

        assertThat(result.output()).isEqualTo("zürich\n数据\n😀\n\uFFFD\n");
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void run_programFails_returnsItsExitCode() {
        assertThat(shell("exit 7").exitCode()).isEqualTo(7);
        assertThat(shell("kill -TERM $$").exitCode()).isEqualTo(128 + 15);
        assertThat(shell("no-such-program").exitCode()).isEqualTo(127);
    }

    @Test
    void run_readOnlyPartOfWorkspace_canBeReadAndNotChanged() throws IOException {
        shell("mkdir input && echo rows > input/train.csv && chmod -R go= input");
        Command command = new Command(
                List.of("/bin/sh", "-c", "cat input/train.csv; echo x > input/train.csv; rm -r input; mv input other"),
                workspace,
                List.of(workspace.resolve("input")),
                Map.of("PATH", "/usr/bin:/bin"));

        ExecutionResult result = sandbox.run(command, LIMITS);

        assertThat(result.output()).startsWith("rows\n").contains("Read-only file system");
        assertThat(workspace.resolve("input/train.csv")).hasContent("rows");
    }

    @Test
    void run_writesFiles_leavesThemToTheCaller() throws IOException {
        ExecutionResult result = shell("pwd; mkdir -p working && echo a,b > working/submission.csv; chmod 000 working");

        assertThat(result.output()).isEqualTo("/workspace\n");
        assertThat(workspace.resolve("working/submission.csv")).hasContent("a,b");
        assertThat(Files.getAttribute(workspace.resolve("working"), "unix:uid", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(Files.getAttribute(workspace, "unix:uid"));
    }

    @Test
    void run_leavesLinksAndPipesForTheCaller_removesThem() throws IOException {
        shell(
                "echo 1 > real; ln -s real good; ln -s /etc/shadow submission.csv; ln -s ../x up; ln -s / sub; mkfifo pipe");

        assertThat(workspace.resolve("good")).hasContent("1");
        for (String gone : List.of("submission.csv", "up", "sub", "pipe")) {
            assertThat(Files.exists(workspace.resolve(gone), LinkOption.NOFOLLOW_LINKS))
                    .as(gone)
                    .isFalse();
        }
    }

    @Test
    void run_turnsTheCallersLinkElsewhere_removesIt() throws IOException {
        Files.createSymbolicLink(workspace.resolve("kept"), Path.of("/usr/share"));
        Files.createSymbolicLink(workspace.resolve("turned"), Path.of("/usr/share"));

        shell("rm turned; ln -s /root turned");

        assertThat(workspace.resolve("kept")).isSymbolicLink();
        assertThat(Files.exists(workspace.resolve("turned"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void run_sleeps_isStoppedAtItsWallTime() {
        ExecutionResult result = shell("echo begun; sleep 1000", LIMITS.withWallTime(Duration.ofSeconds(1)));

        assertThat(result.violation()).isEqualTo(Violation.TIMEOUT);
        assertThat(result.output()).isEqualTo("begun\n");
        assertThat(result.exitCode()).isEqualTo(137);
    }

    @Test
    void run_childrenHideInOtherSessions_dieWithTheProgram() {
        String mark = "31337" + ProcessHandle.current().pid();
        String hide =
                "setsid sleep " + mark + " & (setsid sh -c 'sleep " + mark + " & exit' &); trap '' TERM INT HUP; ";

        ExecutionResult stopped = shell(hide + "sleep " + mark, LIMITS.withWallTime(Duration.ofSeconds(1)));
        ExecutionResult ended = shell(hide + "exit 0");

        assertThat(stopped.violation()).isEqualTo(Violation.TIMEOUT);
        assertThat(ended.exitCode()).isZero();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("sleep " + mark)))
                .isEmpty();
    }

    @Test
    void run_forkBomb_isStopped() {
        ExecutionResult result = shell("b() { b | b & }; b; sleep 30", LIMITS.withWallTime(Duration.ofSeconds(10)));

        // Without a control group the kernel refuses to fork, and the bomb ends by its own failure or goes on in vain.
        assertThat(result.succeeded()).isFalse();
        if (sandbox.isolation().processes().contains("control group")) {
            assertThat(result.violation()).isEqualTo(Violation.PROCESSES);
        }
    }

    @Test
    void run_usesProcessorTimeInManyProcesses_isStopped() {
        Limits limits = new Limits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                512 * MIB,
                128,
                32 * MIB,
                64 * MIB,
                /* outputBytes= */ 8192);

        ExecutionResult result = shell("while :; do :; done & while :; do :; done", limits);

        assertThat(result.violation()).isEqualTo(Violation.CPU);
    }

    @Test
    void run_pythonAllocatesWithoutEnd_isStopped() {
        ExecutionResult result = python("held = []\nwhile True: held.append(b'x' * 10_000_000)");

        assertThat(result.violation()).isEqualTo(Violation.MEMORY);
    }

    @Test
    void run_javaAllocatesOutsideItsHeap_isStopped() throws IOException {
        String code = """
                public class Solution {
                    public static void main(String[] arguments) {
                        java.util.List<Object> held = new java.util.ArrayList<>();
                        for (;;) {
                            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocateDirect(10_000_000);
                            while (buffer.hasRemaining()) { buffer.put((byte) 1); }
                            held.add(buffer);
                        }
                    }
                }
                """;
        Path home = Path.of(System.getProperty("java.home"));
        // A distribution may keep a JDK's configuration outside it, behind links.
        List<Path> readable =
                List.of(home, home.resolve("lib/jvm.cfg").toRealPath().getParent());
        shell("cat > Solution.java <<'END'\n" + code + "END\n");
        List<String> argv = List.of(
                home + "/bin/java", "-Xmx200m", "-XX:MaxDirectMemorySize=8g", "-XX:+UseSerialGC", "Solution.java");

        ExecutionResult result =
                sandbox.run(new Command(argv, workspace, readable, Map.of("PATH", "/usr/bin:/bin")), LIMITS);

        assertThat(result.violation()).isEqualTo(Violation.MEMORY);
    }

    @Test
    void run_fillsTheDisk_isStopped() {
        ExecutionResult result = shell("i=0; while :; do head -c 8000000 /dev/zero > f$i; i=$((i+1)); done");

        assertThat(result.violation()).isEqualTo(Violation.DISK);
    }

    @Test
    void run_fillsTheDiskWithDeletedFiles_isStopped() {
        ExecutionResult result = python("""
                import os
                held = []
                while True:
                    f = open('/workspace/f', 'wb'); os.unlink('/workspace/f'); f.write(b'x' * 8_000_000); f.flush()
                    held.append(f)
                """);

        assertThat(result.violation()).isEqualTo(Violation.DISK);
    }

    @Test
    void run_fillsTmp_isRefusedThere() {
        ExecutionResult result =
                shell("i=0; while head -c 8000000 /dev/zero > /tmp/f$i; do i=$((i+1)); done; echo full");

        assertThat(result.output()).contains("No space left").endsWith("full\n");
    }

    @Test
    void run_writesOneHugeFile_isStopped() {
        assertThat(shell("exec head -c 60000000 /dev/zero > big").violation()).isEqualTo(Violation.FILE_SIZE);
    }

    @Test
    void run_printsWithoutEnd_isCutAndStopped() {
        ExecutionResult result = shell("echo first; yes");

        assertThat(result.violation()).isEqualTo(Violation.OUTPUT);
        assertThat(result.truncated()).isTrue();
        assertThat(result.output()).startsWith("first\ny\n").contains("bytes of output cut");
        assertThat(result.output().length()).isLessThan(8192 + 100);
        assertThat(result.outputBytes()).isGreaterThan(LIMITS.outputCeiling());
    }

    @Test
    void run_looksForTheAnswers_seesNothing() {
        String checkout = checkout().toString();

        ExecutionResult result = shell(
                "ls -a " + checkout + "; cat " + checkout + "/pom.xml; cat /root/.bashrc;"
                        + " cat /etc/shadow; ls /home /var /opt; ls /proc | grep -c '^[0-9]'; find / -name pom.xml 2>/dev/null");

        assertThat(result.output()).doesNotContain("modelVersion").doesNotContain("root:");
        assertThat(result.output()
                        .lines()
                        .filter(line -> line.matches("[0-9]+"))
                        .map(Integer::parseInt))
                .allMatch(processes -> processes < 10);
        assertThat(sandbox.isolation().answersReadable()).isFalse();
    }

    @Test
    void run_readsOtherEnvironments_findsNoSecret() {
        ExecutionResult result = shell("env; cat /proc/*/environ | tr '\\0' '\\n'; cat /proc/*/cmdline | tr '\\0' ' '");

        assertThat(result.output()).contains("PATH=/usr/bin:/bin");
        System.getenv().forEach((name, value) -> {
            if (value.length() > 12) {
                assertThat(result.output()).as(name).doesNotContain(name + "=" + value);
            }
        });
    }

    @Test
    void run_connectsToTheHost_isRefused() throws IOException {
        try (ServerSocket server =
                new ServerSocket(/* port= */ 0, /* backlog= */ 1, InetAddress.getLoopbackAddress())) {
            ExecutionResult result = python(
                    "import socket\nsocket.create_connection(('127.0.0.1', " + server.getLocalPort() + "), timeout=5)");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.output()).containsAnyOf("Network is unreachable", "refused");
        }
        assertThat(sandbox.isolation().networkClosed()).isTrue();
    }

    @Test
    void run_triesToGainPower_staysPowerless() {
        ExecutionResult result = shell("grep -h -E '^(CapEff|CapBnd|NoNewPrivs)' /proc/self/status; unshare -Ur true;"
                + " mount -t tmpfs x /tmp; echo 1 > /proc/sys/kernel/panic; touch /usr/x; touch /x; mknod d b 8 0");

        assertThat(result.output())
                .contains("CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1")
                .contains("unshare failed", "/usr/x", "/x");
        assertThat(Path.of("/usr/x")).doesNotExist();
        assertThat(Files.exists(workspace.resolve("d"))).isFalse();
    }

    @Test
    void run_twiceInSequence_leavesNoSandboxBehind() {
        String mounts = mounts();

        shell("echo one");
        shell("echo two");

        assertThat(mounts()).isEqualTo(mounts);
    }

    private static String mounts() {
        try {
            return Files.readString(Path.of("/proc/self/mounts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
