package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.UserError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which container engine runs solutions, in which image, with how much of the machine.
 *
 * @param host address of an engine on this machine, such as {@code unix:///var/run/docker.sock}
 * @param image name or id of an image that the engine already has; nothing is pulled
 * @param cpus processors that an execution may use, over 0; null for all
 * @param gpus graphics processors that an execution is given: a number, -1 for all, 0 for none
 */
public record DockerSettings(
        String host, String image, @Nullable Double cpus, int gpus) {
    /** The image that {@code configs/sandboxes/Dockerfile} makes. */
    public static final String DEFAULT_IMAGE = "trimtab-python";

    /** All graphics processors. */
    public static final int ALL_GPUS = -1;

    private static final String UNIX = "unix://";
    private static final String DEFAULT_HOST = UNIX + "/var/run/docker.sock";

    public DockerSettings {
        if (!host.startsWith(UNIX)) {
            // A workspace is shown to a container by mounting it, which only an engine on this machine can do.
            throw new UserError("docker engine " + host + " is not on this machine: name its socket as " + UNIX
                    + "/path (docker.host, or DOCKER_HOST in the environment)");
        }
        if (cpus != null && !(cpus > 0)) {
            throw new IllegalArgumentException("cpus must be over 0 but was " + cpus);
        }
        if (gpus < ALL_GPUS) {
            throw new IllegalArgumentException("gpus must be >= -1 but was " + gpus);
        }
    }

    /** Returns the engine that {@code DOCKER_HOST} names, else the one at the usual socket. */
    public static String usualHost(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_HOST", "");
        return named.isEmpty() ? DEFAULT_HOST : named;
    }
}
