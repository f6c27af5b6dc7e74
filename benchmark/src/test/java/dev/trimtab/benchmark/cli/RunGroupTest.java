package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MLE-bench's run groups, read and written by the commands that a user calls. */
final class RunGroupTest {
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
        JsonNode report = new ObjectMapper().readTree(graded.out());
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
