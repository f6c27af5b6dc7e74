package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose files were changed or are of another version is answered in one line: what, where, what to do. */
final class DamagedRunTest {
    private static final String WHOLE_JSON = "{\"files\": [], \"options\": [], \"data-dir\": \"d\", \"models\": {}}";

    @TempDir
    private Path run;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"files\": [], ",
                "{\"files\": {}, \"options\": [], \"data-dir\": \"d\"}",
                "{\"files\": [{\"name\": \"a\"}], \"options\": [], \"data-dir\": \"d\"}",
                "{\"files\": [], \"options\": []}",
            })
    void resume_runJsonIsNotOurs_namesItAndWhatToDo(String json) throws IOException {
        Files.writeString(run.resolve("run.json"), json);
        Files.writeString(run.resolve("events.jsonl"), "");

        assertOneLine(InProcessTrimtab.execute(List.of("resume", run.toString())), "run.json", "start a new run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"files\"", "{}", "{\"models\": []}", WHOLE_JSON})
    void replay_runJsonNamesNoModels_saysSo(String json) throws IOException {
        Files.writeString(run.resolve("run.json"), json);
        Files.writeString(run.resolve("events.jsonl"), "");

        assertOneLine(replay(), "run.json");
    }

    @Test
    void auditReplayAndResume_logHasALineThatIsNotOurs_nameTheLine() throws IOException {
        Files.writeString(run.resolve("run.json"), WHOLE_JSON);
        for (String line : List.of("{\"type\":\"noticed\"", "{\"type\":\"pondered\"}", "{\"type\":\"model-called\"}")) {
            Files.writeString(run.resolve("events.jsonl"), line + "\n");
            Stream.of(InProcessTrimtab.execute(List.of("audit", run.toString())), replay())
                    .forEach(outcome -> assertOneLine(outcome, "line 1 of ", "events.jsonl", "start a new run"));
        }
    }

    @Test
    void replay_ofNoRunOrCompareOfOneThatIsNotFinished_saysSo() throws IOException {
        Files.writeString(run.resolve("run.json"), WHOLE_JSON);
        Files.writeString(run.resolve("events.jsonl"), "");

        for (String setting : List.of("--model=replay:", "-omodel.name='replay: '")) {
            assertOneLine(
                    InProcessTrimtab.execute(List.of("run", "--competition", "us-daily-births", setting, "--dry-run")),
                    "names no run; write replay:DIR");
        }
        assertOneLine(InProcessTrimtab.execute(List.of("compare", run.toString())), "is not finished", "resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "events.jsonl", "grading_report.json"})
    void reportAndExport_oneOfSeveralRunsIsDamaged_nameItAndTakeTheOthers(String file) throws IOException {
        Path runs = Files.createDirectories(run.resolve("runs"));
        for (String name : List.of("broken", "whole")) {
            InProcessTrimtab.run(run, "--out", runs.resolve(name).toString(), "--steps", "1");
        }
        Path broken = Files.writeString(runs.resolve("broken").resolve(file), "{\"files\": [\n");

        ChildTrimtab.Outcome report = InProcessTrimtab.execute(List.of("report", runs.toString()));
        ChildTrimtab.Outcome named = InProcessTrimtab.execute(List.of(
                "report",
                runs.resolve("whole").toString(),
                runs.resolve("broken").toString()));

        assertThat(report.code()).as(report.err()).isZero();
        assertThat(report.err())
                .hasLineCount(1)
                .startsWith("trimtab: left out: ")
                .contains(broken.toString())
                .doesNotContain("REDACTED");
        assertThat(runs.resolve("report.html"))
                .content()
                .contains("\"status\":\"finished\"", "\"status\":\"damaged\"", "\"runs\":1");
        assertThat(runs.resolve("whole/report.html")).exists();
        assertThat(runs.resolve("broken/report.html")).doesNotExist();
        assertOneLine(named, broken.toString());
        if (!file.equals("grading_report.json")) { // an export copies what was handed in and no grade
            ChildTrimtab.Outcome export = export(runs, "group");
            assertThat(export.code()).as(export.err()).isZero();
            assertThat(export.out()).isEqualToIgnoringNewLines("us-daily-births_whole");
            assertThat(export.err()).hasLineCount(1).contains("left out: ", broken.toString());
            assertOneLine(export(runs.resolve("broken"), "alone"), broken.toString());
        }
    }

    private ChildTrimtab.Outcome export(Path runs, String group) {
        return InProcessTrimtab.execute(
                List.of("export", runs.toString(), "--out", run.resolve(group).toString()));
    }

    private ChildTrimtab.Outcome replay() {
        return InProcessTrimtab.execute(
                List.of("run", "--competition", "us-daily-births", "--model", "replay:" + run, "--dry-run"));
    }

    private static void assertOneLine(ChildTrimtab.Outcome outcome, String... named) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err())
                .hasLineCount(1)
                .startsWith("trimtab: ")
                .contains(named)
                .doesNotContain("REDACTED", "com.fasterxml", "dev.trimtab", "Exception", "null");
    }
}
