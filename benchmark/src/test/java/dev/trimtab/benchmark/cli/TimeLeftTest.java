package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.benchmark.testing.ScriptedEngineer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MLE-bench's way of AIDE in a whole run: what is left reaches the model, and a resumed run says the same of its first steps. */
final class TimeLeftTest {
    @TempDir
    private Path dir;

    private final ScriptedEngineer server = new ScriptedEngineer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a21_run_tellsStepsAndTimeLeftOfItsBudget() {
        ChildTrimtab.Outcome run = run();

        assertThat(run.code()).as(run.err()).isZero();
        List<String> programs = server.requests().stream()
                .filter(request -> !request.has("tools"))
                .map(JsonNode::toString)
                .toList();
        assertThat(programs).hasSize(2);
        assertThat(programs.get(0)).contains("this one included: 2.").containsPattern("Time left in this run: \\d+ m");
        assertThat(programs.get(1)).contains("this one included: 1.");
        assertThat(server.requests())
                .allSatisfy(request ->
                        assertThat(request.path("temperature").doubleValue()).isEqualTo(0.5));
    }

    @Test
    void a21_resume_ofACutLog_tellsWhatItToldBeforeAndGoesOn() throws IOException {
        run();
        Path log = dir.resolve("run/events.jsonl");
        List<String> lines = Files.readAllLines(log);
        int second = (int)
                lines.stream().takeWhile(line -> !line.contains("\"step\":1,")).count();
        Files.write(log, lines.subList(0, second + 1));
        int before = server.requestCount();

        ChildTrimtab.Outcome resumed =
                InProcessTrimtab.execute(List.of("resume", dir.resolve("run").toString()));

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(server.requestCount() - before)
                .as("calls of the second step only")
                .isEqualTo(2);
        JsonNode started =
                InProcessTrimtab.events(dir.resolve("run"), "step-started").get(1);
        String prompt = server.requests().get(before).toString();
        assertThat(started.get("leftMillis").longValue()).isPositive();
        assertThat(prompt)
                .contains("Time left in this run: "
                        + minutes(started.get("leftMillis").longValue()));
    }

    private ChildTrimtab.Outcome run() {
        String model =
                server.preset(dir, "writer", "prices: {input: 1, output: 2}").toString();
        return InProcessTrimtab.run(
                dir, "--scaffold", "aide-mle-bench", "--model", model, "--steps", "2", "--max-time", "50m");
    }

    private static String minutes(long millis) {
        return millis / 60_000 + " minutes";
    }
}
