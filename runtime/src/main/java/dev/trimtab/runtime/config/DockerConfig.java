package dev.trimtab.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * The container engine and what its containers get, where solutions run in containers.
 *
 * @param host its socket, {@code unix:///path}; null: DOCKER_HOST, else the usual one
 * @param image name or id of an image that the engine has
 * @param cpus processors that one execution may use, over 0; null: all
 * @param gpus graphics processors that one execution gets; -1: all
 */
public record DockerConfig(
        @Nullable String host, String image, @Nullable Double cpus, int gpus) {
    public DockerConfig {
        Ranges.notBlank("image", image);
        if (cpus != null && !(cpus > 0)) {
            throw new IllegalArgumentException("cpus must be > 0 but was " + cpus);
        }
        Ranges.atLeast("gpus", gpus, -1);
    }
}
