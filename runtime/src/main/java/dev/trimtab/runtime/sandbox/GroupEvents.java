package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.sandbox.ControlGroups.Controller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the control groups of an execution say happened in them.
 *
 * @param groups the group of each controller that can be read
 */
record GroupEvents(Map<Controller, Path> groups) {
    GroupEvents {
        groups = Map.copyOf(groups);
    }

    /** Returns the groups that somebody else made for a process, known by a name of theirs; none if it cannot be seen. */
    static GroupEvents of(long pid, String name) {
        Map<Controller, Path> groups = new EnumMap<>(Controller.class);
        for (Controller controller : Controller.values()) {
            ControlGroups.of(Long.toString(pid), controller).stream()
                    .filter(group -> group.toString().contains(name)
                            && controller.eventFile(group).isPresent())
                    .findFirst()
                    .ifPresent(group -> groups.put(controller, group));
        }
        return new GroupEvents(groups);
    }

    /** Returns the limit at which the kernel had to step in, null if it had not. */
    @Nullable Violation violation() {
        if (count(Controller.MEMORY, "oom_kill") > 0) {
            return Violation.MEMORY;
        }
        return count(Controller.PIDS, "max") > 0 ? Violation.PROCESSES : null;
    }

    private long count(Controller controller, String event) {
        Path group = groups.get(controller);
        if (group == null) {
            return 0;
        }
        try {
            for (String line : lines(controller, group)) {
                if (line.startsWith(event + " ")) {
                    return Long.parseLong(line.substring(event.length() + 1).trim());
                }
            }
            return 0;
        } catch (IOException e) {
            throw new InfrastructureError("cannot read the control group " + group, e);
        }
    }

    private static List<String> lines(Controller controller, Path group) throws IOException {
        Path file = controller.eventFile(group).orElse(null);
        if (file == null) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // A group that its maker removes goes with its last process, even between opening and reading: whoever made
            // it knows how that ended.
            if (Files.exists(group)) {
                throw e;
            }
            return List.of();
        }
    }
}
