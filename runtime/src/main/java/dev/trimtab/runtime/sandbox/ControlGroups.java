package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control groups in which this process may make groups of its own: version 1 beneath the groups it is in, version 2
 * in the nearest group above that hands its controllers down.
 *
 * @param parents for each controller that can be used, the directory to make groups in
 */
record ControlGroups(Map<Controller, Path> parents) {
    private static final Path MOUNT = Path.of("/sys/fs/cgroup");
    private static final String PREFIX = "trimtab-";

    /** What a control group can limit, with the names of its files in versions 1 and 2. */
    enum Controller {
        MEMORY("memory", "memory.limit_in_bytes", "memory.max", "memory.oom_control", "memory.events"),
        PIDS("pids", "pids.max", "pids.max", "pids.events", "pids.events");

        private final String word;
        private final String limit1;
        private final String limit2;
        private final String events1;
        private final String events2;

        Controller(String word, String limit1, String limit2, String events1, String events2) {
            this.word = word;
            this.limit1 = limit1;
            this.limit2 = limit2;
            this.events1 = events1;
            this.events2 = events2;
        }

        String word() {
            return word;
        }

        Optional<Path> limitFile(Path group) {
            return Stream.of(limit1, limit2)
                    .map(group::resolve)
                    .filter(Files::exists)
                    .findFirst();
        }

        Optional<Path> eventFile(Path group) {
            return Stream.of(events1, events2)
                    .map(group::resolve)
                    .filter(Files::exists)
                    .findFirst();
        }
    }

    /** Finds the usable groups by making and removing one in each. */
    static ControlGroups find() {
        Map<Controller, Path> parents = new EnumMap<>(Controller.class);
        for (Controller controller : Controller.values()) {
            for (Path candidate : of("self", controller)) {
                if (works(candidate, controller)) {
                    parents.put(controller, candidate);
                    removeStale(candidate);
                    break;
                }
            }
        }
        return new ControlGroups(shared(parents));
    }

    /**
     * Returns parents of which none lies beneath another. A process is in one group of version 2, so what limits it must be limited there; a
     * group that hands a controller down has it from those above, so the outer of two parents serves both.
     */
    static Map<Controller, Path> shared(Map<Controller, Path> parents) {
        Map<Controller, Path> shared = new EnumMap<>(Controller.class);
        parents.forEach((controller, parent) -> shared.put(
                controller,
                parents.values().stream()
                        .filter(parent::startsWith)
                        .min(Comparator.comparingInt(Path::getNameCount))
                        .orElse(parent)));
        return Map.copyOf(shared);
    }

    /** Makes the groups of one execution. */
    ControlGroup open(long serial, Limits limits) {
        ControlGroup opened = new ControlGroup();
        String name = PREFIX + ProcessHandle.current().pid() + "-" + serial;
        try {
            for (Map.Entry<Controller, Path> parent : parents.entrySet()) {
                opened.add(parent.getKey(), parent.getValue().resolve(name), limits);
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw new InfrastructureError("cannot make a control group for an execution", e);
        }
    }

    /** Returns the groups of a process ({@code self} or its number), nearest first; none if it cannot be seen. */
    static List<Path> of(String process, Controller controller) {
        List<Path> candidates = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc", process, "cgroup"))) {
                String[] parts = line.split(":", 3);
                String own = parts[2].substring(1);
                if (List.of(parts[1].split(",", -1)).contains(controller.word())) {
                    candidates.add(MOUNT.resolve(controller.word()).resolve(own));
                } else if (parts[1].isEmpty()) {
                    Path group = MOUNT.resolve(own);
                    for (; group != null && group.startsWith(MOUNT); group = group.getParent()) {
                        candidates.add(group);
                    }
                }
            }
        } catch (IOException none) {
            return List.of();
        }
        return candidates;
    }

    private static boolean works(Path parent, Controller controller) {
        if (!Files.isWritable(parent)) {
            return false;
        }
        Path trial = parent.resolve(PREFIX + ProcessHandle.current().pid() + "-trial-" + controller.word());
        try {
            Files.createDirectory(trial);
            boolean limits =
                    controller.limitFile(trial).filter(Files::isWritable).isPresent();
            Files.delete(trial);
            return limits && Files.isWritable(parent.resolve("cgroup.procs"));
        } catch (IOException refused) {
            return false;
        }
    }

    /** Removes groups whose maker was killed. */
    private static void removeStale(Path parent) {
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path group : groups) {
                long maker = Long.parseLong(group.getFileName().toString().split("-", 3)[1]);
                if (ProcessHandle.of(maker).isEmpty()) {
                    Files.deleteIfExists(group);
                }
            }
        } catch (IOException busy) {
            // Another process is clearing the same leftovers, or they are still emptying: the next start tries again.
            return;
        }
    }
}
