package dev.trimtab.runtime.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A container engine that answers, over docker-java. */
final class DockerEngine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often a removal that the engine refuses is asked for. */
    private static final int MOST_REMOVALS = 100;

    private static final Duration BETWEEN_REMOVALS = Duration.ofMillis(200);

    /** Each execution holds two connections open and asks over a third. */
    private static final int MAX_CONNECTIONS = 512;

    private final String host;
    private final DockerClient client;
    private final Info info;

    private DockerEngine(String host, DockerClient client, Info info) {
        this.host = host;
        this.client = client;
        this.info = info;
    }

    /**
     * Connects to an engine.
     *
     * @throws InfrastructureError if none answers within ten seconds
     */
    static DockerEngine connect(String host) {
        try (DockerClient asking = client(host, PATIENCE)) {
            Info info = asking.infoCmd().exec();
            return new DockerEngine(host, client(host, /* patience= */ null), info);
        } catch (IOException | RuntimeException e) {
            throw new InfrastructureError(
                    "no Docker engine answers at " + host + " (" + reason(e)
                            + "): start one, or name its socket by docker.host or DOCKER_HOST",
                    e);
        }
    }

    private static DockerClient client(String host, @Nullable Duration patience) {
        DockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(host)
                .withDockerTlsVerify(false)
                .withApiVersion(RemoteApiVersion.unknown())
                .build();
        ZerodepDockerHttpClient.Builder transport = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .maxConnections(MAX_CONNECTIONS)
                .connectionTimeout(PATIENCE);
        if (patience != null) {
            transport.responseTimeout(patience);
        }
        return DockerClientImpl.getInstance(config, transport.build());
    }

    /** Returns the innermost message: the outer ones only say that a request failed. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replace('\n', ' ');
    }

    DockerClient client() {
        return client;
    }

    Info info() {
        return info;
    }

    /**
     * Returns the id of an image, which names its content.
     *
     * @throws UserError if the engine does not have it, or if it has parts that no limit would hold
     */
    String imageId(String image) {
        try {
            InspectImageResponse found = client.inspectImageCmd(image).exec();
            Map<String, ?> volumes =
                    found.getConfig() == null ? null : found.getConfig().getVolumes();
            if (volumes != null && !volumes.isEmpty()) {
                throw new UserError("image " + image + " declares volumes " + volumes.keySet()
                        + ", which solutions could fill without limit: use an image without VOLUME");
            }
            return String.valueOf(found.getId());
        } catch (NotFoundException e) {
            throw new UserError(
                    "the Docker engine has no image " + image
                            + ": build it (docker build -t " + DockerSettings.DEFAULT_IMAGE
                            + " configs/sandboxes), or name another by -o docker.image=NAME",
                    e);
        } catch (DockerException e) {
            throw failed("ask for image " + image, e);
        }
    }

    /** Returns whether the engine has an image. */
    boolean has(String image) {
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Removes the containers whose makers have ended without doing so. */
    void reap() {
        for (Container container : made()) {
            String label = container.getLabels().getOrDefault(ContainerMaker.LABEL, "");
            if (ContainerMaker.parse(label).filter(ContainerMaker::isGone).isPresent()) {
                remove(container.getId());
            }
        }
    }

    private List<Container> made() {
        try {
            return client.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of(ContainerMaker.LABEL))
                    .exec();
        } catch (DockerException e) {
            throw failed("list containers", e);
        }
    }

    /**
     * Removes a container with all that runs in it. It is asked again for a while where the engine refuses: one that is just starting, or that somebody
     * else is removing, it does not remove at once, and one under load gives up waiting for the end of what it has killed.
     *
     * @throws InfrastructureError if the container is still there then
     */
    void remove(String id) {
        Optional<DockerException> refused = refusal(id);
        for (int asked = 1; refused.isPresent() && asked < MOST_REMOVALS; asked++) {
            LockSupport.parkNanos(BETWEEN_REMOVALS.toNanos());
            refused = refusal(id);
        }
        if (refused.isPresent()) {
            throw failed("remove container " + id, refused.get());
        }
    }

    /** Asks once for a container's removal; empty: it is gone. */
    private Optional<DockerException> refusal(String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
            return Optional.empty();
        } catch (NotFoundException gone) {
            return Optional.empty();
        } catch (DockerException e) {
            return Optional.of(e);
        }
    }

    InfrastructureError failed(String what, Throwable cause) {
        return new InfrastructureError(
                "the Docker engine at " + host + " cannot " + what + ": " + reason(cause), cause);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw failed("be left", e);
        }
    }
}
