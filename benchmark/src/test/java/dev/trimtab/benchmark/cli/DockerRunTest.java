package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.runtime.sandbox.DockerEngineUnderTest;
import dev.trimtab.runtime.sandbox.DockerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of {@code --sandbox docker}. */
final class DockerRunTest {
    @TempDir
    private Path dir;

    @Test
    void run_inContainers_isGradedAndItsRecordNamesTheIsolation() throws IOException {
        DockerSettings engine = DockerEngineUnderTest.settings();

        ChildTrimtab.Outcome run = InProcessTrimtab.run(
                dir,
                "--sandbox",
                "docker",
                "--steps",
                "3",
                "-o",
                "docker.host=" + engine.host(),
                "-o",
                "docker.image=" + engine.image());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("isolation: container of Docker ").contains("score=0.");
        JsonNode record =
                new ObjectMapper().readTree(dir.resolve("run/run.json").toFile());
        assertThat(record.at("/isolation/description").asText())
                .contains("image " + engine.image(), "read-only", "network closed");
        assertThat(record.at("/isolation/answers-readable").booleanValue()).isFalse();
        assertThat(record.get("kernel").asText()).contains(" in image sha256:");
        assertThat(InProcessTrimtab.events(dir.resolve("run"), "executed")).isNotEmpty();
        assertThat(DockerEngineUnderTest.containersOfThisProcess()).isEmpty();
    }

    @Test
    void run_unknownImage_isBadInputThatSaysHowToBuildOne() {
        DockerSettings engine = DockerEngineUnderTest.settings();

        ChildTrimtab.Outcome run = InProcessTrimtab.run(
                dir, "--sandbox", "docker", "-o", "docker.host=" + engine.host(), "-o", "docker.image=none-such");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("no image none-such", "docker build", "docker.image=NAME");
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void run_noEngine_isAFailureOfTheMachineInOneLine() {
        String socket = "unix://" + dir.resolve("none.sock");

        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--sandbox", "docker-gpu", "-o", "docker.host=" + socket);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("no Docker engine answers at " + socket);
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void run_engineOfAnotherMachine_isBadInput() {
        ChildTrimtab.Outcome run =
                InProcessTrimtab.run(dir, "--sandbox", "docker", "-o", "docker.host=tcp://example.org:2375");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("tcp://example.org:2375 is not on this machine");
    }

    @Test
    void run_unknownSandbox_namesTheKnownOnes() {
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--sandbox", "doker");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("did you mean 'docker'?");
    }

    @Test
    void doctor_noEngine_saysWhereItLookedAndWhatOneUnlocks() throws IOException {
        String socket = "unix://" + dir.resolve("none.sock");

        ChildTrimtab.Outcome doctor = ChildTrimtab.run(dir, Map.of("DOCKER_HOST", socket), List.of("doctor", "--json"));

        JsonNode engine = StreamSupport.stream(
                        new ObjectMapper().readTree(doctor.out()).get("machine").spliterator(), /* parallel= */ false)
                .filter(finding -> finding.get("subject").asText().equals("docker engine"))
                .findFirst()
                .orElseThrow();
        assertThat(engine.get("there").booleanValue()).isFalse();
        assertThat(engine.get("found").asText()).contains("no Docker engine answers at " + socket);
        assertThat(engine.get("unlocks").asText()).contains("--sandbox docker");
    }
}
