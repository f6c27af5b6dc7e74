package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} and {@code audit} on runs that the command line made. */
final class ReportCommandTest {
    @TempDir
    private Path dir;

    @Test
    void run_isReportedAndAudited_andTwoRunsAreCompared() throws IOException {
        ChildTrimtab.Outcome made = InProcessTrimtab.run(dir, "--steps", "2", "--json");
        Path run = dir.resolve("run");
        ChildTrimtab.Outcome one = InProcessTrimtab.execute(List.of("report", run.toString(), "--json"));
        ChildTrimtab.Outcome audit = InProcessTrimtab.execute(List.of("audit", run.toString()));
        InProcessTrimtab.run(dir.resolve("second"), "--steps", "1", "--seed", "2");
        ChildTrimtab.Outcome all = InProcessTrimtab.execute(List.of("audit", dir.toString()));
        ChildTrimtab.Outcome both = InProcessTrimtab.execute(
                List.of("report", run.toString(), dir.resolve("second/run").toString()));

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(one.code()).as(one.err()).isZero();
        assertThat(new ObjectMapper().readTree(one.out()).get("report").asText())
                .isEqualTo(run.resolve("report.html").toString());
        assertThat(run.resolve("report.html"))
                .content()
                .contains(
                        "\"kind\":\"run\"",
                        "us-daily-births",
                        "\"hindsight\":{\"missing\":null,",
                        "\"regret\":{\"submissions\":");
        assertThat(audit.out())
                .contains("agent steps lost: 0 (0 %) of 2", "the log cannot tell, since it holds only 2 agent steps");
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("run {2}unknown {2}2 agent steps, [12] attempts?; .+"))
                .contains("1 run, held back by: unknown 1");
        assertThat(both.out()).isEqualTo("report=" + dir.resolve("report.html") + System.lineSeparator());
        assertThat(dir.resolve("report.html"))
                .content()
                .contains("\"kind\":\"comparison\"", "second/run/report.html", "\"runs\":2");
    }

    @Test
    void severalRuns_areAuditedALineEach_andADamagedOneIsNamed() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            Path run = Files.createDirectories(dir.resolve(name));
            Files.writeString(run.resolve("run.json"), "{}");
            Files.writeString(run.resolve("events.jsonl"), name.equals("c") ? "nonsense\n" : "");
        }

        ChildTrimtab.Outcome text = InProcessTrimtab.execute(List.of("audit", dir.toString()));
        ChildTrimtab.Outcome json = InProcessTrimtab.execute(List.of("audit", dir.toString(), "--json"));

        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out().lines())
                .startsWith(
                        "a  unknown  0 agent steps, 0 attempts, not ended; nothing in the log points to a memory failure")
                .contains("2 runs, held back by: unknown 2");
        assertThat(text.err()).contains("left out: ", "c/events.jsonl");
        assertThat(dir.resolve("b/audit.json")).exists();
        JsonNode read = new ObjectMapper().readTree(json.out());
        assertThat(read.at("/runs/1/run").asText()).isEqualTo("b");
        assertThat(read.at("/verdicts/UNKNOWN").asInt()).isEqualTo(2);
        assertThat(read.at("/leftOut")).hasSize(1);
    }

    @Test
    void directoryWithoutARun_isBadInput() {
        ChildTrimtab.Outcome audit = InProcessTrimtab.execute(List.of("audit", dir.toString()));
        assertThat(audit.code()).isEqualTo(2);
        assertThat(audit.err()).hasLineCount(1).contains("is no run, no experiment and holds no run");
        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of("report", dir.toString()));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("is no run, no experiment and holds no run");
    }

    @Test
    void replayOfTheOfflineEngineer_isReportedAndComparedAsOne_withNoPath() {
        Path recorded = dir.resolve("run");
        Path replayed = dir.resolve("replay");
        InProcessTrimtab.run(dir, "--steps", "1", "-o", "model.profile=recent");
        ChildTrimtab.Outcome again = InProcessTrimtab.execute(List.of(
                "run",
                "--model",
                "replay:" + recorded,
                "--unsafe-local",
                "--data-dir",
                dir.resolve("data").toString(),
                "--out",
                replayed.toString()));
        ChildTrimtab.Outcome compared = InProcessTrimtab.execute(List.of("compare", replayed.toString()));
        InProcessTrimtab.execute(List.of("report", replayed.toString()));

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.out()).contains(OfflineEngineer.NOTICE).doesNotContain("replay:");
        assertThat(replayed.resolve("report.html"))
                .content()
                .contains("\"model\":\"replay of offline\"", "\"profile\":\"recent\"", "\"contextTokens\":null")
                .doesNotContain("\"window\":null");
        ChildTrimtab.Outcome both =
                InProcessTrimtab.execute(List.of("compare", recorded.toString(), replayed.toString()));
        assertThat(both.out())
                .contains("offline/recent", "replay of offline/recent")
                .doesNotContain("replay:");
    }

    @Test
    void directoryThatIsNotThere_isBadInput_andNamedOnce() {
        Path nowhere = dir.resolve("nope");
        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of("report", nowhere.toString()));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .hasLineCount(1)
                .contains("cannot look for runs: there is no such file or directory: ")
                .containsOnlyOnce(nowhere.toString());
    }

    @Test
    void portThatNoneIs_isBadInput() throws IOException {
        Files.writeString(dir.resolve("events.jsonl"), "");
        Files.writeString(dir.resolve("run.json"), "{}");
        ChildTrimtab.Outcome outcome =
                InProcessTrimtab.execute(List.of("report", dir.toString(), "--serve", "--port", "99999"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("--port must be from 0 to 65535 but is 99999");
    }

    @Test
    void damagedRunJson_isBadInput() throws IOException {
        Files.writeString(dir.resolve("events.jsonl"), "");
        Files.writeString(dir.resolve("run.json"), "{\"configuration\"");
        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of("report", dir.toString()));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("run.json is damaged");
    }
}
