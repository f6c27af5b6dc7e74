package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Limits where control groups are of version 2 alone: as root on a machine of its own, Debian's user-mode Linux, which shows it this one's files.
 *
 * <p>Its kernel is the program that {@code TRIMTAB_UML} names, which must then start, else {@code linux.uml} if there is one; elsewhere the tests
 * end as aborted and say so.
 */
final class VersionTwoGroupsTest {
    private static final String MACHINE = """
            #!/bin/sh
            export PATH=/usr/sbin:/usr/bin:/sbin:/bin
            mount -t proc proc /proc
            mount -t sysfs sys /sys
            mount -t tmpfs tmp %1$s
            ln -s /proc/self/fd /dev/fd
            for stream in 0:stdin 1:stdout 2:stderr; do ln -s fd/${stream%%%%:*} /dev/${stream#*:}; done
            mount -t cgroup2 none /sys/fs/cgroup
            cd /sys/fs/cgroup
            mkdir -p slice/session
            echo "+memory +pids" >cgroup.subtree_control
            echo "%2$s" >slice/cgroup.subtree_control
            echo $$ >slice/session/cgroup.procs
            %3$s -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=%1$s -cp %4$s %5$s /sys/fs/cgroup 2>&1
            echo o >/proc/sysrq-trigger
            sleep 60
            """;

    @TempDir
    Path directory;

    @Test
    void run_oneGroupAboveHandsBothDown_stopsAtEachLimit() throws Exception {
        assertLimited(probe("+memory +pids"));
    }

    /** A process is in one group only: one for each controller would leave the first without its process. */
    @Test
    void run_theNearestGroupHandsOneDown_stopsAtEachLimit() throws Exception {
        assertLimited(probe("+pids"));
    }

    private static void assertLimited(List<String> lines) {
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .startsWith("isolation own mount, pid")
                .contains("memory by memory control group", "processes by pids control group");
        assertThat(lines.subList(1, 5))
                .containsExactly("forks PROCESSES", "allocates MEMORY", "works 0 still here", "left 0");
    }

    /** Returns what {@link LimitProbe} prints beneath a group that hands these controllers down. */
    private List<String> probe(String handedDown) throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path init = Files.writeString(
                directory.resolve("init"),
                String.format(
                        MACHINE,
                        temporary,
                        handedDown,
                        System.getProperty("java.home") + "/bin/java",
                        System.getProperty("java.class.path"),
                        LimitProbe.class.getName()));
        assertThat(init.toFile().setExecutable(true)).isTrue();
        Path console = directory.resolve("console");
        Process machine = new ProcessBuilder(
                        kernel(),
                        "mem=1G",
                        "rootfstype=hostfs",
                        "rootflags=/",
                        "ro",
                        "quiet",
                        "con=null",
                        "con0=fd:0,fd:1",
                        "init=" + init)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        try {
            assertThat(machine.waitFor(3, TimeUnit.MINUTES))
                    .as("%s", said(console))
                    .isTrue();
        } finally {
            machine.descendants().forEach(ProcessHandle::destroyForcibly);
            machine.destroyForcibly().waitFor();
        }
        List<String> lines = said(console)
                .lines()
                .filter(line -> line.startsWith(LimitProbe.LINE))
                .map(line -> line.substring(LimitProbe.LINE.length()).strip())
                .toList();
        assertThat(lines).as("%s", said(console)).isNotEmpty();
        return lines;
    }

    private static String said(Path console) throws IOException {
        return Files.readString(console, StandardCharsets.ISO_8859_1);
    }

    private static String kernel() {
        String named = System.getenv("TRIMTAB_UML");
        if (named != null) {
            return named;
        }
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "linux.uml"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> abort("control groups of version 2 are NOT tested: there is no linux.uml"));
    }
}
