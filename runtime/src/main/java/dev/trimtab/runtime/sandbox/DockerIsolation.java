package dev.trimtab.runtime.sandbox;

import com.github.dockerjava.api.model.Info;
import dev.trimtab.runtime.InfrastructureError;
import java.util.ArrayList;
import java.util.List;

/** Puts into words what an engine's containers amount to. */
final class DockerIsolation {
    private static final List<String> NAMESPACES = List.of("mount", "pid", "network", "ipc", "uts");

    private DockerIsolation() {}

    /**
     * Refuses an engine that would drop a limit with no more than a warning.
     *
     * @throws InfrastructureError naming what it cannot limit
     */
    static void require(Info info) {
        List<String> missing = new ArrayList<>();
        if (!Boolean.TRUE.equals(info.getMemoryLimit())) {
            missing.add("memory");
        }
        if (!Boolean.TRUE.equals(info.getCpuCfsQuota())) {
            missing.add("processors");
        }
        if (!missing.isEmpty()) {
            throw new InfrastructureError("the Docker engine on this machine cannot limit "
                    + String.join(" and ", missing) + " of a container: it needs control groups");
        }
    }

    static Isolation of(Info info, DockerSettings settings, String image, boolean seesProcesses) {
        String uid = "an unprivileged uid without capabilities, root's file system read-only, no new privileges";
        String memory = "memory control group";
        String processes = "pids control group";
        List<String> options = info.getSecurityOptions() == null ? List.of() : info.getSecurityOptions();
        String description = "container of Docker " + info.getServerVersion() + ", image " + settings.image() + " ("
                + image + "); own " + String.join(", ", NAMESPACES) + " namespaces; " + uid + "; "
                + filters(options) + "; memory by " + memory + "; processes by " + processes
                + (seesProcesses ? "" : "; processor time by RLIMIT_CPU of each process only")
                + (settings.cpus() == null ? "" : "; " + settings.cpus() + " processors")
                + (settings.gpus() == 0 ? "" : "; graphics processors: " + gpus(settings.gpus()))
                + "; network closed";
        return new Isolation(
                NAMESPACES,
                uid,
                memory,
                processes,
                /* networkClosed= */ true,
                /* answersReadable= */ false,
                description);
    }

    private static String gpus(int count) {
        return count == DockerSettings.ALL_GPUS ? "all" : Integer.toString(count);
    }

    private static String filters(List<String> options) {
        List<String> filters = new ArrayList<>();
        for (String kind : List.of("seccomp", "apparmor", "selinux")) {
            options.stream()
                    .filter(option -> option.startsWith("name=" + kind) && !option.contains("unconfined"))
                    .findFirst()
                    .ifPresent(option -> filters.add(kind));
        }
        return filters.isEmpty() ? "NO system-call filter" : "filtered by " + String.join(" and ", filters);
    }
}
