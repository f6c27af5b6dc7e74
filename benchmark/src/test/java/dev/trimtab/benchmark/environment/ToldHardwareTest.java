package dev.trimtab.benchmark.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hardware and time in a whole run: recorded always, told only where durations may be. */
final class ToldHardwareTest {
    @TempDir
    private Path dir;

    @Test
    void run_ofTheOfflineEngineer_recordsTheMachineAndTellsNothingOfIt() throws IOException {
        ChildTrimtab.Outcome run = run();

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode hardware =
                JsonMapper.builder().build().readTree(file("run.json")).at("/host/hardware");
        assertThat(hardware.path("processors").intValue())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(hardware.path("memory").longValue()).isPositive();
        assertThat(hardware.path("graphics").isArray()).isTrue();
        assertThat(file("steps/0000/prompt.json"))
                .contains("Submission: one CSV file")
                .doesNotContain("Hardware", "Time of the whole run");
    }

    @Test
    void resume_onAnotherMachine_tellsOfTheOneItWasBegunOn() throws IOException {
        ChildTrimtab.Outcome run = run("-o", "model.show-time=true", "--budget", "24h");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(file("steps/0000/prompt.json"))
                .contains("Hardware that a program has", "Time of the whole run: 1 day");
        Path record = dir.resolve("run/run.json");
        String moved = Files.readString(record).replaceAll("(\"processors\" : )\\d+", "$1 99");
        Files.writeString(record, moved);
        Files.writeString(dir.resolve("run/events.jsonl"), "");

        ChildTrimtab.Outcome resumed =
                InProcessTrimtab.execute(List.of("resume", dir.resolve("run").toString()));

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(file("steps/0000/prompt.json")).contains("99 processors");
    }

    private ChildTrimtab.Outcome run(String... more) {
        List<String> options = new ArrayList<>(List.of("--steps", "1", "-o", "environment.instructions=true"));
        options.addAll(List.of(more));
        return InProcessTrimtab.run(dir, options.toArray(String[]::new));
    }

    private String file(String name) throws IOException {
        return Files.readString(dir.resolve("run").resolve(name));
    }
}
