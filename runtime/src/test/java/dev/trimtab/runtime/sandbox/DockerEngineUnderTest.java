package dev.trimtab.runtime.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.model.Container;
import dev.trimtab.runtime.InfrastructureError;
import java.util.List;
import java.util.Map;

/**
 * The container engine that tests run on: the one that {@code TRIMTAB_DOCKER_HOST} names, which must then answer, else
 * the usual one if there is any. Its image is {@code TRIMTAB_DOCKER_IMAGE}, else that of configs/sandboxes/Dockerfile.
 */
public final class DockerEngineUnderTest {
    private DockerEngineUnderTest() {}

    /** Returns how to reach it; where there is none, the test that asks ends as aborted and says so. */
    public static DockerSettings settings() {
        Map<String, String> environment = System.getenv();
        String named = environment.get("TRIMTAB_DOCKER_HOST");
        String host = named == null ? DockerSettings.usualHost(environment) : named;
        String image = environment.getOrDefault("TRIMTAB_DOCKER_IMAGE", DockerSettings.DEFAULT_IMAGE);
        try (DockerEngine engine = DockerEngine.connect(host)) {
            if (named == null && !engine.has(image)) {
                abort("the Docker sandbox is NOT tested: the engine at " + host + " has no image " + image);
            }
        } catch (InfrastructureError none) {
            if (named != null) {
                throw none;
            }
            abort("the Docker sandbox is NOT tested: " + none.getMessage());
        }
        return new DockerSettings(host, image, /* cpus= */ null, /* gpus= */ 0);
    }

    /** Returns the ids of the containers that this process made and that are still there. */
    public static List<String> containersOfThisProcess() {
        String own = String.valueOf(ContainerMaker.self().labels().get(ContainerMaker.LABEL));
        try (DockerEngine engine = DockerEngine.connect(settings().host())) {
            return engine
                    .client()
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(Map.of(ContainerMaker.LABEL, own))
                    .exec()
                    .stream()
                    .map(Container::getId)
                    .toList();
        }
    }
}
