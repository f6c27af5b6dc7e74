package dev.trimtab.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The process that made a container, as the container's label names it, so that a later one can tell whether its maker
 * still lives.
 *
 * @param boot the machine's boot, empty where it has no name
 * @param processes the namespace that gives {@code pid} its meaning, empty where there is none
 * @param pid the process
 * @param started when it started, which tells it from a later one with the same number
 */
record ContainerMaker(String boot, String processes, long pid, Instant started) {
    /** The label that every container of a sandbox carries. */
    static final String LABEL = "dev.trimtab.maker";

    /** A process's start is read from a clock that may have been set meanwhile. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(5);

    /** Returns this process. */
    static ContainerMaker self() {
        return new ContainerMaker(
                read(Path.of("/proc/sys/kernel/random/boot_id")),
                namespace(),
                ProcessHandle.current().pid(),
                startOf(ProcessHandle.current()));
    }

    /** Returns the maker that a label names; nobody if it is none of ours. */
    static Optional<ContainerMaker> parse(String label) {
        String[] parts = label.split("/", -1);
        if (parts.length != 4 || !parts[2].matches("\\d{1,18}") || !parts[3].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochMilli(Long.parseLong(parts[3]));
        return Optional.of(new ContainerMaker(parts[0], parts[1], Long.parseLong(parts[2]), started));
    }

    Map<String, String> labels() {
        return Map.of(LABEL, boot + "/" + processes + "/" + pid + "/" + started.toEpochMilli());
    }

    /**
     * Returns whether the maker has certainly ended: with an earlier boot of the machine, or because no process of its
     * number and start is there. Of a process that this one cannot see nothing is certain.
     */
    boolean isGone() {
        ContainerMaker self = self();
        if (!boot.equals(self.boot)) {
            return true;
        }
        return processes.equals(self.processes)
                && ProcessHandle.of(pid)
                        .map(process -> Duration.between(started, startOf(process))
                                        .abs()
                                        .compareTo(CLOCK_SLACK)
                                > 0)
                        .orElse(true);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException none) {
            return "";
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException none) {
            return "";
        }
    }
}
