package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import dev.trimtab.runtime.sandbox.SandboxServer.Request;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No container outlives its Trimtab for longer than until the next start. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class KilledDockerCallerTest {
    @TempDir
    Path workspace;

    @TempDir
    Path errors;

    private final DockerSettings settings = DockerEngineUnderTest.settings();
    private final DockerEngine engine = DockerEngine.connect(settings.host());

    @AfterEach
    void leaveTheEngine() {
        engine.close();
    }

    @Test
    void open_makerOfAContainerWasKilled_removesItAndNoneOfALivingMaker() throws Exception {
        Process caller = startSleeping();

        DockerSandbox.open(settings, List.of()).close();
        assertThat(containersOf(caller)).hasSize(1);

        caller.destroyForcibly().waitFor();
        assertThat(containersOf(caller)).hasSize(1);

        DockerSandbox.open(settings, List.of()).close();
        assertThat(containersOf(caller)).isEmpty();
    }

    @Test
    void run_callerIsToldToEnd_takesItsContainerAlong() throws Exception {
        Process caller = startSleeping();

        caller.destroy();
        caller.waitFor();

        assertThat(containersOf(caller))
                .as("%s", Files.readString(errors.resolve("caller")))
                .isEmpty();
    }

    /** Starts a Trimtab whose container runs a program that does not end by itself soon. */
    private Process startSleeping() throws IOException {
        Path said = errors.resolve("caller");
        Process caller = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxServer.class.getName(),
                        "/nowhere",
                        settings.host(),
                        settings.image())
                .redirectError(said.toFile())
                .start();
        DataOutputStream out = new DataOutputStream(caller.getOutputStream());
        out.writeUTF(Request.RUN.name());
        List<String> argv = List.of("/bin/sh", "-c", ": > begun; exec sleep 300");
        SandboxServer.writeCommand(out, new Command(argv, workspace, List.of(), Map.of("PATH", "/usr/bin:/bin")));
        SandboxServer.writeLimits(out, Limits.DEFAULT.withWallTime(Duration.ofMinutes(4)));
        out.flush();
        while (!Files.exists(workspace.resolve("begun"))) {
            Thread.onSpinWait();
            assertThat(caller.isAlive()).as("%s", Files.readString(said)).isTrue();
        }
        return caller;
    }

    private List<Container> containersOf(Process caller) {
        return engine
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(ContainerMaker.LABEL))
                .exec()
                .stream()
                .filter(container -> ContainerMaker.parse(container.getLabels().get(ContainerMaker.LABEL))
                        .filter(maker -> maker.pid() == caller.pid())
                        .isPresent())
                .toList();
    }
}
