package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.SpaceshipTitanicRaw;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code competitions}, {@code prepare}, {@code grade} and {@code aggregate} as a user calls them: output, errors of one line, exit codes. */
final class CompetitionCommandsTest {
    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void competitions_json_listsBothSets() throws IOException {
        assertThat(run("competitions", "--json", "--data-dir", data())).isZero();

        JsonNode list = new ObjectMapper().readTree(out.toString());
        assertThat(list.findValuesAsText("id")).contains("bird-strikes", "spaceship-titanic");
        assertThat(list.findValuesAsText("set")).contains("pocket", "mle-bench");
    }

    @Test
    void competitions_oneSet_isATable() {
        assertThat(run("competitions", "--set", "mle-bench", "--data-dir", data()))
                .isZero();

        assertThat(out.toString()).contains("spaceship-titanic").doesNotContain("bird-strikes");
    }

    @Test
    void prepareThenGrade_spaceshipTitanic_givesAReport() throws IOException {
        SpaceshipTitanicRaw.write(dir.resolve("raw"), 300, 5);

        assertThat(run("prepare", "spaceship-titanic", "--raw", path("raw"), "--data-dir", data()))
                .isZero();
        assertThat(err.toString()).contains("differ from MLE-bench's checksums");
        out.getBuffer().setLength(0);
        assertThat(run(
                        "grade",
                        path("data/spaceship-titanic/prepared/private/test.csv"),
                        "spaceship-titanic",
                        "--data-dir",
                        data()))
                .isZero();

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("score").doubleValue()).isEqualTo(1.0);
        assertThat(report.get("gold_medal").booleanValue()).isTrue();
    }

    @Test
    void grade_answersWithoutASample_isEnough() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("data/spaceship-titanic/prepared/private"));
        String answers = Files.writeString(folder.resolve("test.csv"), "PassengerId,Transported\n0001_01,True\n")
                .toString();

        assertThat(run("grade", answers, "spaceship-titanic", "--data-dir", data()))
                .as(err.toString())
                .isZero();
        assertThat(run("validate", answers, "spaceship-titanic", "--check", "grader", "--data-dir", data()))
                .as(err.toString())
                .isZero();
        Path batch = Files.writeString(
                dir.resolve("batch.jsonl"),
                "{\"competition_id\": \"spaceship-titanic\", \"submission_path\": \"" + answers + "\"}\n");
        assertThat(run("grade", batch.toString(), "--data-dir", data()))
                .as(err.toString())
                .isZero();
    }

    @Test
    void grade_malformedSubmission_printsAReportAndWhyAndIsBadInput() throws IOException {
        Path submission = Files.writeString(dir.resolve("s.csv"), "id,label\n1,0\n");

        assertThat(run("grade", submission.toString(), "us-daily-births", "--data-dir", data()))
                .isEqualTo(2);

        assertThat(new ObjectMapper().readTree(out.toString()).get("score").isNull())
                .isTrue();
        assertThat(err.toString())
                .isEqualTo("trimtab: no score: the submission has no column `births`; it has id, label\n");
    }

    @Test
    void grade_checkoutThatIsNone_isOneLineAndBadInput() {
        assertThat(run("grade", "s.csv", "us-daily-births", "--mle-bench", path("no-checkout"), "--data-dir", data()))
                .isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).hasLineCount(1).contains("--mle-bench", "no-checkout", "mlebench/competitions");
    }

    @Test
    void aggregate_ofBatchesOfTwoSeeds_printsTheirMeanAboveThePublishedResults() throws IOException {
        Path batch = Files.writeString(
                dir.resolve("batch.jsonl"),
                ("{\"competition_id\": \"us-daily-births\", \"submission_path\": \"" + path("none.csv") + "\"}\n")
                        .repeat(2));
        assertThat(run("grade", batch.toString(), "--out", path("graded"), "--data-dir", data()))
                .isZero();
        String report;
        try (Stream<Path> made = Files.list(dir.resolve("graded"))) {
            report = made.findFirst().orElseThrow().toString();
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);

        assertThat(run("aggregate", report, "--split", "pocket", "--pad-missing"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("yours, pocket, 2 seeds", "0.0 ± 0.0", "published, split75");
        out.getBuffer().setLength(0);
        Path split = Files.writeString(dir.resolve("one.txt"), "us-daily-births\n\n");
        assertThat(run("aggregate", report, "--split", split.toString(), "--num-seeds", "-1"))
                .isZero();
        assertThat(out.toString()).contains("one.txt, 2 seeds");
        assertThat(run("aggregate", report, "--split", split.toString(), "--num-seeds", "3"))
                .isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("3 seeds are asked for but 2 are complete");
        err.getBuffer().setLength(0);
        out.getBuffer().setLength(0);
        assertThat(run("aggregate", report, "--split", "pocket")).isEqualTo(2);
        assertThat(out.toString()).as("no table of nothing").isEmpty();
        assertThat(err.toString()).hasLineCount(1).contains("competitions lack a report", "--pad-missing");
    }

    @Test
    void aggregate_noSeeds_isOneLineAndBadInput() {
        assertThat(run("aggregate", "report.json", "--num-seeds", "0")).isEqualTo(2);

        assertThat(err.toString()).hasLineCount(1).contains("--num-seeds must be at least 1, or -1 for all, but was 0");
    }

    @Test
    void prepare_ofASet_goesOnAfterWhatCannotBePrepared_andNamesItAtTheEnd() throws IOException {
        SpaceshipTitanicRaw.write(dir.resolve("raw/spaceship-titanic"), 300, 5);

        assertThat(run("prepare", "--set", "dev", "--raw", path("raw"), "--data-dir", data()))
                .isEqualTo(2);

        assertThat(dir.resolve("data/spaceship-titanic/prepared/private/test.csv"))
                .exists();
        assertThat(err.toString())
                .hasLineCount(8)
                .contains("ml2021spring-hw2: no raw files", "6 of 7 competitions could not be prepared");
    }

    @Test
    void grade_unknownOrUnprepared_isOneLineAndBadInput() {
        assertThat(run("grade", "s.csv", "spaceship-titanik", "--data-dir", data()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 'spaceship-titanic'?").hasLineCount(1);

        err.getBuffer().setLength(0);
        assertThat(run("prepare", "spaceship-titanic", "--data-dir", data())).isEqualTo(2);
        assertThat(err.toString()).contains("--raw DIR").hasLineCount(1);

        err.getBuffer().setLength(0);
        assertThat(run("grade", "s.csv", "--data-dir", data())).isEqualTo(2);
        assertThat(err.toString()).contains("say which competition").hasLineCount(1);
    }

    @Test
    void grade_batch_gradesTheRestWhenALineCannotBe() throws IOException {
        run("prepare", "us-daily-births", "--data-dir", data());
        String sample = path("data/us-daily-births/prepared/public/sample_submission.csv");
        Path batch = Files.writeString(dir.resolve("batch.jsonl"), """
                # seeds
                {"competition_id": "us-daily-births", "submission_path": "%s", "logs_path": null}

                {"competition_id": "spaceship-titanic", "submission_path": "s.csv"}
                {"competition_id": "us-daily-births", "submission_path": null}
                """.formatted(sample));
        out.getBuffer().setLength(0);

        assertThat(run("grade", batch.toString(), "--out", path("reports"), "--data-dir", data()))
                .isEqualTo(2);

        JsonNode report = new ObjectMapper().readTree(out.toString());
        List<String> keys = new ArrayList<>();
        report.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactly(
                        "total_runs",
                        "total_runs_with_submissions",
                        "total_valid_submissions",
                        "total_medals",
                        "total_gold_medals",
                        "total_silver_medals",
                        "total_bronze_medals",
                        "total_above_median",
                        "competition_reports");
        assertThat(report.get("total_runs").intValue()).isEqualTo(2);
        assertThat(report.get("total_valid_submissions").intValue()).isEqualTo(1);
        assertThat(report.at("/competition_reports/1/submission_path").textValue())
                .isEqualTo("None");
        assertThat(err.toString()).contains("batch.jsonl:4: spaceship-titanic is not prepared");
        try (var files = Files.list(dir.resolve("reports"))) {
            assertThat(files).singleElement().asString().matches(".*T\\d\\d-\\d\\d-\\d\\d-UTC_grading_report.json");
        }
    }

    @Test
    void grade_batchLineThatIsNoJson_namesTheLine() throws IOException {
        Path batch = Files.writeString(dir.resolve("batch.jsonl"), "\n{\"competition_id\": 3}\n");

        assertThat(run("grade", batch.toString(), "--data-dir", data())).isEqualTo(2);

        assertThat(err.toString()).contains("batch.jsonl:2: needs the texts competition_id and submission_path");
    }

    private int run(String... args) {
        return Trimtab.commandLine(args)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String data() {
        return path("data");
    }

    private String path(String name) {
        return dir.resolve(name).toString();
    }
}
