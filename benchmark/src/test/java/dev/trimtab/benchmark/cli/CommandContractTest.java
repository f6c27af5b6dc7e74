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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every command keeps to: help, exit codes, one-line errors, stack traces only when asked for, JSON that can be read. */
final class CommandContractTest {
    private static final Set<String> JSON_ONLY = Set.of("grade", "decide");

    @TempDir
    private Path dir;

    static Stream<String> commands() {
        return Trimtab.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_ofEveryCommand_printsItsUsage(String command) {
        ChildTrimtab.Outcome help = InProcessTrimtab.execute(List.of(command, "--help"));

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: trimtab " + command);
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_madeAlone_isThatAmongAll(String command) {
        Map<String, CommandLine> alone = Trimtab.commandLine(command, "--help").getSubcommands();

        assertThat(alone).containsOnlyKeys(command);
        assertThat(alone.get(command).getUsageMessage())
                .isEqualTo(Trimtab.commandLine().getSubcommands().get(command).getUsageMessage());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void unknownOption_ofEveryCommand_isOneLineAndExitCodeTwo(String command) {
        ChildTrimtab.Outcome wrong = InProcessTrimtab.execute(List.of(command, "--no-such-option"));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).hasLineCount(1).startsWith("trimtab: ").contains("--help");
        assertThat(wrong.out()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommand_hasJson_orPrintsNothingElse(String command) {
        ChildTrimtab.Outcome help = InProcessTrimtab.execute(List.of(command, "--help"));

        assertThat(help.out().contains("--json")).isNotEqualTo(JSON_ONLY.contains(command));
        assertThat(help.out()).contains("JSON");
    }

    @ParameterizedTest
    @CsvSource({"quikstart, quickstart", "run --competiton x, --competition", "competitions --set pocket --jsn, --json"
    })
    void mistypedCommandOrOption_namesTheNearest(String line, String nearest) {
        ChildTrimtab.Outcome wrong = InProcessTrimtab.execute(List.of(line.split(" ")));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).hasLineCount(1).contains("did you mean '" + nearest + "'?");
    }

    @ParameterizedTest
    @CsvSource({"--steps, 0", "--memory-tokens, -1", "--profile, nope"})
    void quickstart_impossibleOption_isBadInput(String option, String value) {
        ChildTrimtab.Outcome wrong = InProcessTrimtab.execute(List.of(
                "quickstart",
                option,
                value,
                "--competitions",
                "us-daily-births",
                "--data-dir",
                dir.resolve("data").toString(),
                "--out",
                dir.resolve("runs").toString()));

        assertThat(wrong.code()).as(wrong.err()).isEqualTo(2);
        assertThat(wrong.err()).hasLineCount(1).contains(value);
        assertThat(wrong.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--competitions"})
    void quickstart_thatCannotBegin_isBadInput_beforeAnythingIsAnnounced(String option) throws IOException {
        String wrong = option.equals("--out")
                ? Files.writeString(dir.resolve("file"), "in the way").toString()
                : "spaceship-titanic";

        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of(
                "quickstart", option, wrong, "--data-dir", dir.resolve("data").toString()));

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void run_intoADirectoryThatHoldsSomething_isBadInput_beforeAnythingIsAnnounced() throws IOException {
        Path full = Files.createDirectories(dir.resolve("run"));
        Files.writeString(full.resolve("notes.txt"), "mine");

        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir);

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("is not empty");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void error_showsItsStackTraceOnlyWithDebug() {
        String missing = dir.resolve("nothing").toString();

        ChildTrimtab.Outcome plain = InProcessTrimtab.execute(List.of("audit", missing));
        ChildTrimtab.Outcome debug = InProcessTrimtab.execute(List.of("audit", missing, "--debug"));

        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.err()).hasLineCount(1);
        assertThat(debug.code()).isEqualTo(2);
        assertThat(debug.err()).contains("\tat " + AuditCommand.class.getName());
    }

    @Test
    void infrastructureFailure_isExitCodeThree() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "in the way");

        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of(
                "prepare",
                "us-daily-births",
                "--data-dir",
                file.resolve("below").toString()));

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("trimtab: ").doesNotContain("\tat ");
    }

    @Test
    void runAndResume_json_printNothingElseOnStandardOutput() throws IOException {
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--steps", "2", "--json");
        ChildTrimtab.Outcome resumed =
                InProcessTrimtab.execute(List.of("resume", dir.resolve("run").toString(), "--json"));

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(result.get("run").asText()).isEqualTo(dir.resolve("run").toString());
        assertThat(result.get("attempts").intValue()).isEqualTo(2);
        assertThat(result.get("calls").intValue())
                .isEqualTo(InProcessTrimtab.events(dir.resolve("run"), "model-called")
                        .size());
        assertThat(run.err()).contains("step ");
        assertThat(new ObjectMapper().readTree(resumed.out())).isEqualTo(result);
    }

    @Test
    void dryRun_json_printsWhatWouldBeDone() throws IOException {
        ChildTrimtab.Outcome outcome = InProcessTrimtab.run(dir, "--dry-run", "--json");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(new ObjectMapper().readTree(outcome.out()).at("/preflight/0").asText())
                .startsWith("competition us-daily-births");
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void dryRun_anyCompetition_tellsHowCandidatesAreVerified() throws IOException {
        assertThat(InProcessTrimtab.run(
                                dir, "--dry-run", "-o", "verification.kind=refold", "-o", "verification.folds=2")
                        .out())
                .contains("verification: on 2 folds of the training rows, every 8 steps" + System.lineSeparator());
        assertThat(InProcessTrimtab.run(dir, "--dry-run", "-o", "verification.kind=self-reported")
                        .out())
                .contains("verification: none is asked for; scores that programs print");
        Path prepared = dir.resolve("data/vesuvius-challenge-ink-detection/prepared");
        Files.createDirectories(prepared.resolve("private"));
        Files.createDirectories(prepared.resolve("public"));
        Files.writeString(prepared.resolve("private/inklabels_rle.csv"), "Id,Predicted\n");
        Files.writeString(prepared.resolve("public/sample_submission.csv"), "Id,Predicted\n");
        assertThat(InProcessTrimtab.execute(List.of(
                                "run",
                                "--dry-run",
                                "--competition",
                                "vesuvius-challenge-ink-detection",
                                "--data-dir",
                                dir.resolve("data").toString()))
                        .out())
                .contains(
                        "verification: none, since the training rows of vesuvius-challenge-ink-detection cannot be split");
    }

    @ParameterizedTest
    @CsvSource({"4, at the end", "10, at the end", "11, every 8 steps"})
    void dryRun_ofARunWhoseWindowIsNeverFullBeforeItsEnd_saysThatItVerifiesThere(String steps, String when) {
        assertThat(InProcessTrimtab.run(
                                dir,
                                "--dry-run",
                                "--steps",
                                steps,
                                "-o",
                                "verification.kind=refold",
                                "-o",
                                "verification.every=8",
                                "-o",
                                "verification.candidates=2")
                        .out())
                .containsPattern("verification: on \\d folds of the training rows, " + when + "\\R");
    }

    @Test
    void quickstart_json_printsTheComparisonAlone() throws IOException {
        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of(
                "quickstart",
                "--json",
                "--steps",
                "1",
                "--competitions",
                "us-daily-births",
                "--data-dir",
                dir.resolve("data").toString(),
                "--out",
                dir.resolve("runs").toString()));

        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonNode cells = new ObjectMapper().readTree(outcome.out());
        assertThat(cells.findValuesAsText("policy")).containsExactly("portfolio", "ledger", "aide-journal");
        for (JsonNode cell : cells) {
            Path run = Path.of(cell.at("/result/run").asText());
            assertThat(cell.at("/result/calls").intValue())
                    .isEqualTo(InProcessTrimtab.events(run, "model-called").size());
            assertThat(cell.get("failure").isNull()).isTrue();
        }
        assertThat(outcome.err()).contains("best score by");
    }

    @Test
    void prepare_json_saysWhere() throws IOException {
        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of(
                "prepare",
                "us-daily-births",
                "--json",
                "--data-dir",
                dir.resolve("data").toString()));

        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonNode places = new ObjectMapper().readTree(outcome.out());
        assertThat(places).hasSize(1);
        assertThat(places.at("/0/id").asText()).isEqualTo("us-daily-births");
        assertThat(Path.of(places.at("/0/prepared").asText())).isDirectory();
    }
}
