package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.sandbox.ControlGroups.Controller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The control groups of one execution; closing removes them. */
final class ControlGroup implements AutoCloseable {
    /** The shells that start a program count as its processes. */
    static final int OWN_PROCESSES = 4;

    private static final int REMOVAL_TRIES = 100;
    private static final Duration REMOVAL_PAUSE = Duration.ofMillis(10);

    private final Map<Controller, Path> groups = new EnumMap<>(Controller.class);

    List<Path> paths() {
        return groups.values().stream().distinct().toList();
    }

    /** Limits what a controller counts in a group, which is made unless another controller is limited there. */
    void add(Controller controller, Path group, Limits limits) throws IOException {
        if (!groups.containsValue(group)) {
            Files.createDirectory(group);
        }
        groups.put(controller, group);
        Path file = controller
                .limitFile(group)
                .orElseThrow(() -> new IOException("no " + controller.word() + " limit in " + group));
        long value = controller == Controller.MEMORY ? limits.memoryBytes() : limits.processes() + OWN_PROCESSES;
        Files.writeString(file, Long.toString(value));
        for (String swap : List.of("memory.swap.max", "memory.swappiness")) {
            if (controller == Controller.MEMORY && Files.exists(group.resolve(swap))) {
                Files.writeString(group.resolve(swap), "0");
            }
        }
    }

    /** Returns the limit at which the kernel had to step in, null if it had not. */
    @Nullable Violation violation() {
        return new GroupEvents(groups).violation();
    }

    @Override
    public void close() {
        for (Path group : paths()) {
            remove(group);
        }
    }

    /** The kernel takes a moment to let go of processes that have just been killed. */
    private static void remove(Path group) {
        for (int left = REMOVAL_TRIES; ; left--) {
            try {
                Files.deleteIfExists(group);
                return;
            } catch (IOException busy) {
                if (left == 0) {
                    throw new InfrastructureError("cannot remove the control group " + group, busy);
                }
                LockSupport.parkNanos(REMOVAL_PAUSE.toNanos());
            }
        }
    }
}
