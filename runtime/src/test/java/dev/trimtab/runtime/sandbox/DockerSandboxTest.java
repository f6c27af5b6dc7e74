package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Containers of a real engine. */
final class DockerSandboxTest extends SandboxContract {
    private final DockerSettings settings = DockerEngineUnderTest.settings();

    @Override
    Sandbox open(Path hidden) {
        return DockerSandbox.open(settings, List.of(hidden));
    }

    @Override
    Path newDirectory() throws IOException {
        return Files.createTempDirectory("trimtab-test-").toRealPath();
    }

    @Override
    void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void open_unknownImage_namesItAndHowToBuildOne() {
        DockerSettings wrong = new DockerSettings(settings.host(), "trimtab-no-such-image", null, 0);

        assertThatThrownBy(() -> DockerSandbox.open(wrong, List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no image trimtab-no-such-image")
                .hasMessageContaining("configs/sandboxes");
    }

    @Test
    void isolation_namesEngineImageAndWhatConfines() {
        assertThat(sandbox.isolation().description())
                .contains("Docker ", settings.image(), "read-only", "no new privileges", "seccomp", "network closed")
                .doesNotContain("RLIMIT_CPU of each process only");
    }

    @Test
    void run_hiddenDirectoryBeneathAShownOne_isEmptyInside() throws IOException {
        Path shown = Files.createDirectory(workspace.resolveSibling(workspace.getFileName() + "-shown"));
        Path hidden = Files.createDirectory(shown.resolve("answers"));
        Files.writeString(hidden.resolve("private.csv"), "1");
        Files.writeString(shown.resolve("public.csv"), "2");
        new ProcessBuilder("chmod", "-R", "a+rX", shown.toString())
                .start()
                .onExit()
                .join();
        Command command = new Command(
                List.of("/bin/sh", "-c", "cat " + shown + "/public.csv; ls -A " + hidden + "; touch " + hidden + "/x"),
                workspace,
                List.of(shown),
                Map.of("PATH", "/usr/bin:/bin"));
        try (Sandbox hiding = open(hidden)) {
            assertThat(hiding.run(command, Limits.DEFAULT).output())
                    .startsWith("2touch:")
                    .contains("Read-only file system");
        } finally {
            delete(shown);
        }
    }

    @Test
    void run_moreThanAShareOfTheProcessors_isSlowedDownByTheEngine() throws IOException {
        try (Sandbox half = DockerSandbox.open(
                new DockerSettings(settings.host(), settings.image(), /* cpus= */ 0.25, 0), List.of())) {
            sandbox.close();
            sandbox = half;
            ExecutionResult result = shell("grep -h nr_throttled /sys/fs/cgroup/cpu.stat /sys/fs/cgroup/cpu*/cpu.stat;"
                    + " i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done;"
                    + " grep -h nr_throttled /sys/fs/cgroup/cpu.stat /sys/fs/cgroup/cpu*/cpu.stat");
            List<Long> throttled = result.output()
                    .lines()
                    .filter(line -> line.startsWith("nr_throttled"))
                    .map(line -> Long.parseLong(line.substring("nr_throttled ".length())))
                    .toList();
            assertThat(throttled.get(throttled.size() - 1)).isGreaterThan(throttled.get(0));
            assertThat(sandbox.isolation().description()).contains("0.25 processors");
        }
        sandbox = open(workspace.resolveSibling("none"));
    }

    @Test
    void run_graphicsProcessorsAskedOfAnEngineWithoutAny_isRefusedByIt() {
        DockerSettings wanting = new DockerSettings(settings.host(), settings.image(), null, DockerSettings.ALL_GPUS);

        assertThatThrownBy(() -> DockerSandbox.open(wanting, List.of()))
                .isInstanceOf(InfrastructureError.class)
                .hasMessageContaining("gpu");
    }

    @Test
    void run_anyEnd_leavesNoContainer() {
        shell("exit 3");

        assertThat(DockerEngineUnderTest.containersOfThisProcess()).isEmpty();
    }
}
