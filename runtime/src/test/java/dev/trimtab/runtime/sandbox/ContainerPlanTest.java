package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContainerPlanTest {
    private static final Path WORKSPACE = Path.of("/runs/7/workspace");

    @Test
    void host_mountsTheWorkspaceAndWhatIsReadableAndNothingElse() {
        List<Mount> mounts = plan(0, List.of(Path.of("/checkout"))).host().getMounts();

        assertThat(mounts)
                .extracting(mount -> mount.getSource() + " " + mount.getTarget() + " " + mount.getReadOnly())
                .containsExactly(
                        "/runs/7/workspace /workspace false",
                        "/runs/7/workspace/input /workspace/input true",
                        "/opt/jdk /opt/jdk true");
    }

    @Test
    void host_gpus_areAskedForOnlyWhenConfigured() {
        assertThat(plan(0, List.of()).host().getDeviceRequests()).isNull();

        HostConfig host = plan(2, List.of()).host();
        assertThat(host.getDeviceRequests()).singleElement().satisfies(request -> {
            assertThat(request.getCount()).isEqualTo(2);
            assertThat(request.getCapabilities()).containsExactly(List.of("gpu"));
        });
    }

    @Test
    void argv_environment_isBuiltFromNothing() {
        assertThat(plan(0, List.of()).argv()).endsWith("/usr/bin/env", "-i", "A=1", "B=2", "/bin/true");
    }

    private static ContainerPlan plan(int gpus, List<Path> hidden) {
        Command command = new Command(
                List.of("/bin/true"),
                WORKSPACE,
                List.of(WORKSPACE.resolve("input"), Path.of("/opt/jdk")),
                Map.of("B", "2", "A", "1"));
        DockerSettings settings = new DockerSettings("unix:///engine.sock", "image", /* cpus= */ null, gpus);
        return new ContainerPlan(command, Limits.DEFAULT, "1:1", settings, hidden);
    }
}
