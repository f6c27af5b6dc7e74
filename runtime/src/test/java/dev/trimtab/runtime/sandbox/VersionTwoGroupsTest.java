package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.jna.Native;
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
 * Limits where control groups are of version 2 alone: on a machine of its own, Debian's user-mode Linux, which shows it this one's files.
 *
 * <p>Its kernel is the program that {@code TRIMTAB_UML} names, which must then start, else {@code linux.uml} if there is one; elsewhere, and where
 * the variable is empty, the tests end as aborted and say so.
 */
final class VersionTwoGroupsTest {
    private static final String NOT_TESTED = "control groups of version 2 are NOT tested: there is no user-mode Linux";
    private static final String ROOT = "";
    private static final String ORDINARY_USER = "setpriv --reuid 65534 --regid 65534 --clear-groups";

    @TempDir
    Path directory;

    @Test
    void run_oneGroupAboveHandsBothDown_stopsAtEachLimit() throws Exception {
        assertLimited(probe("+memory +pids", ROOT));
    }

    /** A process is in one group only: one for each controller would leave the first without its process. */
    @Test
    void run_theNearestGroupHandsOneDown_stopsAtEachLimit() throws Exception {
        assertLimited(probe("+pids", ROOT));
    }

    @Test
    void run_asAnOrdinaryUserInADelegatedGroup_stopsAtEachLimit() throws Exception {
        assertLimited(probe("+memory +pids", ORDINARY_USER));
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
    private List<String> probe(String handedDown, String user) throws IOException, InterruptedException {
        Path init = Files.writeString(directory.resolve("init"), script(handedDown, user));
        assertThat(init.toFile().setExecutable(true)).isTrue();
        Path console = directory.resolve("console");
        ProcessBuilder builder = new ProcessBuilder(
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
                .redirectOutput(console.toFile());
        // Its memory is a file, for which a container's /dev/shm is too small.
        builder.environment().put("TMPDIR", directory.toString());
        Process machine = builder.start();
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

    /** Returns what the machine runs as its first process. */
    private static String script(String handedDown, String user) {
        return String.format(
                """
            #!/bin/sh
            export PATH=/usr/sbin:/usr/bin:/sbin:/bin
            mount -t proc proc /proc
            mount -t sysfs sys /sys
            mount -t tmpfs -o mode=1777 tmp /mnt
            cp -r %2$s /mnt/main
            cp -r %3$s /mnt/test
            cp %7$s /mnt/jna.jar
            chmod -R a+rX /mnt/main /mnt/test /mnt/jna.jar
            ln -s /proc/self/fd /dev/fd
            for stream in 0:stdin 1:stdout 2:stderr; do ln -s fd/${stream%%%%:*} /dev/${stream#*:}; done
            mount -t cgroup2 none /sys/fs/cgroup
            cd /sys/fs/cgroup
            mkdir -p slice/session
            echo "+memory +pids" >cgroup.subtree_control
            echo "%1$s" >slice/cgroup.subtree_control
            chown -R 65534:65534 slice
            echo $$ >slice/session/cgroup.procs
            %4$s %5$s -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=/mnt -cp /mnt/main:/mnt/test:/mnt/jna.jar %6$s /sys/fs/cgroup 2>&1
            echo o >/proc/sysrq-trigger
            sleep 60
            """,
                handedDown,
                classes(LocalSandbox.class),
                classes(LimitProbe.class),
                user,
                System.getProperty("java.home") + "/bin/java",
                LimitProbe.class.getName(),
                classes(Native.class));
    }

    private static String classes(Class<?> kind) {
        return kind.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private static String said(Path console) throws IOException {
        return Files.readString(console, StandardCharsets.ISO_8859_1);
    }

    private static String kernel() {
        String named = System.getenv("TRIMTAB_UML");
        if (named != null) {
            return named.isBlank() ? abort(NOT_TESTED) : named;
        }
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "linux.uml"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> abort(NOT_TESTED));
    }
}
