package dev.trimtab.runtime.sandbox;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.TmpfsOptions;
import com.github.dockerjava.api.model.Ulimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a container is asked to be: the command line that runs in it and everything that confines it.
 *
 * @param command the program, its paths free of links
 * @param limits what it may use
 * @param user its user and group, {@code uid:gid}
 * @param settings the image and the machine's share
 * @param hidden directories that must stay unseen even where a shown directory contains them
 */
record ContainerPlan(Command command, Limits limits, String user, DockerSettings settings, List<Path> hidden) {
    /**
     * The container's first process. It outlives the program: it reaps orphans, lets signals keep their meaning, and
     * joins both streams so that their order is kept. A control group goes with its last process: where the program failed
     * and was refused a process, the shell stays for about a second, starting none itself, so that the watch can see that.
     */
    private static final String SHELL = """
            exec 2>&1
            "$@"
            code=$?
            [ $code = 0 ] || for events in /sys/fs/cgroup/pids/pids.events /sys/fs/cgroup/pids.events; do
                if read -r word count <$events && [ "$count" != 0 ]; then
                    i=0
                    while [ $i -lt 1000000 ]; do i=$((i + 1)); done
                fi
            done 2>/dev/null
            exit $code
            """;

    private static final long CPU_GRACE_SECONDS = 2;
    private static final double NANOS_PER_CPU = 1e9;
    private static final long MASK_BYTES = 4096;
    private static final int READ_ONLY_DIRECTORY = 0555;

    /** Returns the container's first process and what it starts. */
    List<String> argv() {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "sh", "/usr/bin/env", "-i"));
        new TreeMap<>(command.environment()).forEach((name, value) -> argv.add(name + "=" + value));
        argv.addAll(command.argv());
        return argv;
    }

    HostConfig host() {
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode("none")
                .withIpcMode("private")
                .withReadonlyRootfs(true)
                .withPrivileged(false)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges:true"))
                .withPidsLimit((long) limits.processes() + ControlGroup.OWN_PROCESSES)
                .withMemory(limits.memoryBytes())
                .withMemorySwap(limits.memoryBytes())
                .withUlimits(ulimits())
                .withMounts(mounts())
                .withTmpFs(Map.of("/tmp", "rw,nosuid,nodev,exec,mode=1777,nr_inodes=100k,size=" + temporaryBytes()))
                .withShmSize(temporaryBytes())
                .withRestartPolicy(RestartPolicy.noRestart())
                // Else the engine would write all that a program prints to the host's disk.
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
        if (settings.cpus() != null) {
            host.withNanoCPUs(Math.round(settings.cpus() * NANOS_PER_CPU));
        }
        if (settings.gpus() != 0) {
            host.withDeviceRequests(
                    List.of(new DeviceRequest().withCount(settings.gpus()).withCapabilities(List.of(List.of("gpu")))));
        }
        return host;
    }

    private long temporaryBytes() {
        return Math.min(limits.diskBytes(), limits.memoryBytes());
    }

    private List<Ulimit> ulimits() {
        long cpuSeconds = limits.cpuTime().toSeconds() + CPU_GRACE_SECONDS;
        return List.of(
                new Ulimit("core", 0L, 0L),
                new Ulimit("fsize", limits.fileBytes(), limits.fileBytes()),
                // The hard limit kills without saying why; the soft one comes first and has a signal of its own.
                new Ulimit("cpu", cpuSeconds, cpuSeconds + 1));
    }

    /** The engine mounts outer directories before inner ones. */
    private List<Mount> mounts() {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(bind(command.workspace(), Command.WORKSPACE, /* readOnly= */ false));
        for (Path path : command.readable()) {
            String target = path.startsWith(command.workspace())
                    ? Command.WORKSPACE + "/" + command.workspace().relativize(path)
                    : path.toString();
            mounts.add(bind(path, target, /* readOnly= */ true));
        }
        hidden.stream().filter(this::isShown).forEach(path -> mounts.add(mask(path)));
        return mounts;
    }

    private boolean isShown(Path path) {
        return command.readable().stream().anyMatch(path::startsWith);
    }

    private static Mount bind(Path source, String target, boolean readOnly) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(source.toString())
                .withTarget(target)
                .withReadOnly(readOnly);
    }

    private static Mount mask(Path path) {
        return new Mount()
                .withType(MountType.TMPFS)
                .withTarget(path.toString())
                .withReadOnly(true)
                .withTmpfsOptions(new TmpfsOptions().withSizeBytes(MASK_BYTES).withMode(READ_ONLY_DIRECTORY));
    }
}
