package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MLE-bench's run groups, read and written by the commands that a user calls. */
final class RunGroupTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BIRTHS = "us-daily-births";

    @TempDir
    private Path dir;

    private Path group;

    @BeforeEach
    void makeGroup() throws IOException {
        group = Files.createDirectories(dir.resolve("group"));
    }

    @Test
    void grade_runGroup_gradesItsRunsInTheirOrder_andNamesThoseItCannot() throws IOException {
        trimtab("prepare", BIRTHS, "--data-dir", data());
        metadata(
                "{\"us-daily-births_b_2\": {}, \"nothing-like-it_c\": {}, \"us-daily-births_a\": {\"success\": true}}");
        Path submission = Files.createDirectories(group.resolve("us-daily-births_a/submission"))
                .resolve("submission.csv");
        Files.copy(dir.resolve("data/us-daily-births/prepared/public/sample_submission.csv"), submission);

        ChildTrimtab.Outcome graded = trimtab("grade", group.toString(), "--data-dir", data());

        assertThat(graded.code()).isEqualTo(2);
        JsonNode report = JSON.readTree(graded.out());
        assertThat(report.path("total_runs").intValue()).isEqualTo(2);
        assertThat(report.path("total_runs_with_submissions").intValue()).isEqualTo(1);
        assertThat(report.findValuesAsText("submission_path")).containsExactly("None", submission.toString());
        assertThat(report.at("/competition_reports/1/score").isNumber()).isTrue();
        assertThat(graded.err())
                .hasLineCount(2)
                .contains(
                        "trimtab: no score: us-daily-births_b_2: there is no file None",
                        "trimtab: not graded: nothing-like-it_c: no competition is called");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"runs\": [\"a_b\"]}", "{\"runs\": {\"../a_b\": {}}}"})
    void grade_damagedMetadata_isOneLineAndBadInput(String text) throws IOException {
        Files.writeString(group.resolve("metadata.json"), text);

        ChildTrimtab.Outcome graded = trimtab("grade", group.toString(), "--data-dir", data());

        assertThat(graded.code()).isEqualTo(2);
        assertThat(graded.out()).isEmpty();
        assertThat(graded.err()).hasLineCount(1).contains("metadata.json");
    }

    @Test
    void grade_directoryWithoutMetadata_isOneLineAndBadInput() {
        ChildTrimtab.Outcome graded = trimtab("grade", group.toString(), "--data-dir", data());

        assertThat(graded.code()).isEqualTo(2);
        assertThat(graded.err()).hasLineCount(1).contains("is no run group: it has no metadata.json");
    }

    @Test
    void exportThenGrade_givesEachRunItsOwnGrade_andNothingIsOverwritten() throws IOException {
        Path first = dir.resolve("runs/First_1");
        Path second = dir.resolve("more/first.1");
        InProcessTrimtab.run(dir, "--out", first.toString(), "--seed", "1", "-o", "budget.steps=2");
        InProcessTrimtab.run(dir, "--out", second.toString(), "--seed", "2", "-o", "budget.steps=1");
        Path begun = Files.createDirectories(dir.resolve("runs/begun"));
        Files.copy(first.resolve("run.json"), begun.resolve("run.json"));

        ChildTrimtab.Outcome exported = export(first.getParent(), second);

        assertThat(exported.err()).hasLineCount(1).contains("begun is not finished");
        assertThat(exported.out().lines()).containsExactly("us-daily-births_first-1", "us-daily-births_first-1-2");
        Path copy = group.resolve("us-daily-births_first-1");
        assertThat(copy.resolve("submission/submission.csv"))
                .hasSameBinaryContentAs(first.resolve("submission/submission.csv"));
        assertThat(copy.resolve("logs/events.jsonl")).hasSameBinaryContentAs(first.resolve("events.jsonl"));
        assertThat(copy.resolve("logs/journal.json")).hasSameBinaryContentAs(first.resolve("journal.json"));
        assertThat(copy.resolve("code/Solution.java"))
                .hasSameTextualContentAs(first.resolve("best_solution/Solution.java"));
        JsonNode metadata = JSON.readTree(group.resolve("metadata.json").toFile());
        assertThat(metadata.path("run_group").textValue()).isEqualTo("group");
        assertThat(metadata.path("created_at").textValue()).matches("2.*T\\d\\d-\\d\\d-\\d\\d-UTC");
        assertThat(metadata.at("/runs/us-daily-births_first-1-2/success").booleanValue())
                .isTrue();

        JsonNode graded = JSON.readTree(
                trimtab("grade", group.toString(), "--data-dir", data()).out());

        assertThat(graded.path("competition_reports").findValues("score"))
                .containsExactly(score(first), score(second))
                .doesNotHaveDuplicates();

        ChildTrimtab.Outcome again = export(first);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).hasLineCount(1).contains("group is not empty");
    }

    @Test
    void export_ofNoFinishedRun_isBadInput_andWritesNothing() throws IOException {
        Path begun = Files.createDirectories(dir.resolve("begun"));
        Files.writeString(begun.resolve("run.json"), "{}");

        ChildTrimtab.Outcome exported = export(begun);

        assertThat(exported.code()).isEqualTo(2);
        assertThat(exported.err()).contains("none of the runs is finished and whole");
        assertThat(group).isEmptyDirectory();
    }

    private ChildTrimtab.Outcome export(Path... runs) {
        List<String> args = new ArrayList<>(List.of("export", "--out", group.toString()));
        Stream.of(runs).map(Path::toString).forEach(args::add);
        return InProcessTrimtab.execute(args);
    }

    private static JsonNode score(Path run) throws IOException {
        return JSON.readTree(run.resolve("grading_report.json").toFile()).path("score");
    }

    private void metadata(String runs) throws IOException {
        Files.writeString(
                group.resolve("metadata.json"),
                "{\"run_group\": \"g\", \"created_at\": \"2026-01-01T00-00-00-UTC\", \"runs\": " + runs + "}");
    }

    private static ChildTrimtab.Outcome trimtab(String... args) {
        return InProcessTrimtab.execute(List.of(args));
    }

    private String data() {
        return dir.resolve("data").toString();
    }
}
