package dev.trimtab.benchmark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code experiment} and {@code compare} as a user meets them. */
final class ExperimentCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path dir;

    private Path file;
    private Path root;

    @BeforeEach
    void writeTheGrid() throws IOException {
        file = Files.writeString(dir.resolve("small.yaml"), """
                title: Two policies, two steps
                scaffolds: [aide]
                policies: [portfolio, portfolio-shuffled-families]
                competitions: [us-daily-births]
                settings:
                  execution: {unsafe-local: true}
                  budget: {steps: 2}
                  aide: {num-drafts: 1}
                  verification: {kind: self-reported}
                """);
        root = dir.resolve("experiment");
    }

    @Test
    void failingCell_isRecordedAndStopsNoOther_andIsTriedAgain() throws IOException {
        String dry = experiment("--dry-run").out();
        String blocked = dry.lines()
                .filter(line -> line.startsWith("aide_portfolio_"))
                .findFirst()
                .orElseThrow();
        assertThat(root).as("a dry run writes nothing").doesNotExist();
        Files.createDirectories(root.resolve("runs"));
        Path inTheWay = Files.writeString(root.resolve("runs").resolve(blocked), "in the way");

        ChildTrimtab.Outcome first = experiment();

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.err()).hasLineCount(1).contains("1 of 2 runs failed", blocked, "is a file");
        assertThat(first.out()).contains("not among these: " + blocked + " failed", "2 runs: 1 finished 1 failed");
        JsonNode status =
                JSON.readTree(InProcessTrimtab.execute(List.of("experiment", "status", root.toString(), "--json"))
                        .out());
        assertThat(status.findValuesAsText("status")).containsExactly("failed", "finished");
        assertThat(status.at("/0/reason").asText()).contains("is a file");
        assertThat(status.at("/1/score").isNumber()).isTrue();

        Files.delete(inTheWay);
        ChildTrimtab.Outcome second = experiment();

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out())
                .contains("2 runs: 2 finished", "not a language model", "aide: whether portfolio helps is not judged");
        assertThat(second.out()).doesNotContain("portfolio helps: it");
        comparesTheSame();
        shufflesOnlyInTheControl();
        refusesAChangedFile();
    }

    @Test
    void missingKeyOfAModel_isBadInput_beforeTheFirstRun() throws IOException {
        Path model = Files.writeString(dir.resolve("mine.yaml"), """
                provider: openai
                model: mine
                base-url: http://127.0.0.1:1/v1
                api-key-env: TRIMTAB_TEST_KEY_THAT_IS_NOT_SET
                limits: {context-window: 16000, max-output-tokens: 1000}
                """);

        ChildTrimtab.Outcome outcome = experiment("-o", "models=[{name: \"" + model + "\"}]");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("TRIMTAB_TEST_KEY_THAT_IS_NOT_SET");
        assertThat(outcome.out()).as("nothing is announced that is not begun").isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    void cancel_endsTheProcessAtWork_andLogsTellWhatItDid() throws IOException {
        List<String> args = new ArrayList<>(List.of("experiment", file.toString(), "--out", root.toString()));
        args.addAll(List.of("--data-dir", dir.resolve("data").toString(), "-o", "settings.budget.steps=500"));
        ChildTrimtab child =
                ChildTrimtab.start(Path.of(System.getProperty("trimtab.home")), dir, Map.of(), List.of(), args);
        do {
            assertThat(child.endsWithin(50)).as("it would run for minutes").isFalse();
        } while (!Files.exists(root.resolve("cells.jsonl"))
                || !logs("aide_portfolio_").contains("step 0: attempt "));

        ChildTrimtab.Outcome cancelled = InProcessTrimtab.execute(List.of("experiment", "cancel", root.toString()));

        assertThat(cancelled.code()).as(cancelled.err()).isZero();
        assertThat(cancelled.out()).contains("cancelled", "2 runs: 2 pending");
        assertThat(child.endsWithin(0)).as("cancel waits for the end").isTrue();
        assertThat(child.await().code()).isEqualTo(128 + 15);
        assertThat(InProcessTrimtab.execute(List.of("experiment", "cancel", root.toString()))
                        .out())
                .contains("nothing works on");
        assertThat(logs("aide_portfolio_")).startsWith("begun\n").contains("step 0: draft: ", "step 0: attempt ");
        assertThat(InProcessTrimtab.execute(List.of("experiment", "logs", root.toString(), "aide"))
                        .err())
                .hasLineCount(1)
                .contains("2 of 2 runs have 'aide'");
    }

    /** Returns the log of a run, empty where it has none yet. */
    private String logs(String part) {
        return InProcessTrimtab.execute(List.of("experiment", "logs", root.toString(), part))
                .out();
    }

    @Test
    void damagedExperiment_isBadInput_whateverIsAskedOfIt() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("experiment.json"), "{\"trimtab\": \"0\"");

        for (String command : List.of("status", "logs", "cancel")) {
            ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of("experiment", command, root.toString()));
            assertThat(outcome.code()).as(command).isEqualTo(2);
            assertThat(outcome.err()).hasLineCount(1).contains("experiment.json was changed");
        }
    }

    @Test
    void whatDoesNotFit_isBadInputThatNamesTheWayOut() throws IOException {
        Path ecology = Files.writeString(dir.resolve("ecology.yaml"), "title: Worlds\nworlds: {episodes: 2}\n");

        assertThat(experiment("-o", "seed=[2]").err()).hasLineCount(1).contains("did you mean 'seeds'?");
        assertThat(experiment("--engine", "slurm").err()).hasLineCount(1).contains("--engine slurm", "only local");
        assertThat(InProcessTrimtab.execute(List.of("experiment", ecology.toString()))
                        .err())
                .hasLineCount(1)
                .contains("is a file for 'trimtab simulate'");
        assertThat(InProcessTrimtab.execute(List.of("simulate", file.toString()))
                        .err())
                .hasLineCount(1)
                .contains("is a file for 'trimtab experiment'");
    }

    /** The same figures come out of the runs' own directories. */
    private void comparesTheSame() throws IOException {
        List<String> runs = new ArrayList<>(List.of("compare", "--json"));
        ExperimentDirectory.open(root)
                .cells()
                .forEach(cell -> runs.add(root.resolve(cell.run()).toString()));
        JsonNode whole = JSON.readTree(InProcessTrimtab.execute(List.of("compare", "--json", root.toString()))
                .out());
        JsonNode single = JSON.readTree(InProcessTrimtab.execute(runs).out());

        assertThat(single).isEqualTo(whole);
        ChildTrimtab.Outcome mistyped =
                InProcessTrimtab.execute(List.of("compare", root.toString(), "--reference", "portfolo"));
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.err()).hasLineCount(1).contains("portfolo", "portfolio, portfolio-shuffled-families");
        assertThat(whole.at("/arms")).hasSize(2);
        assertThat(whole.at("/tables/0/rows/0/percentile/pairs").intValue()).isEqualTo(1);
        JsonNode report = JSON.readTree(
                root.resolve(ExperimentDirectory.open(root).cells().get(0).run())
                        .resolve("grading_report.json")
                        .toFile());
        assertThat(ExperimentDirectory.open(root)
                        .cells()
                        .get(0)
                        .outcome()
                        .standing()
                        .score())
                .isCloseTo(report.get("score").doubleValue(), within(1e-5));
        assertThat(root.resolve("arms.csv")).content().hasLineCount(3);
        assertThat(root.resolve("contrasts.csv")).content().hasLineCount(1 + 2 * 2);
    }

    private void shufflesOnlyInTheControl() {
        for (CellRecord cell : ExperimentDirectory.open(root).cells()) {
            assertThat(InProcessTrimtab.events(root.resolve(cell.run()), "attempted"))
                    .isNotEmpty()
                    .allSatisfy(attempted -> assertThat(
                                    attempted.get("familySource").asText().equals("shuffled"))
                            .isEqualTo(cell.cell().policy().equals("portfolio-shuffled-families")));
        }
    }

    private void refusesAChangedFile() throws IOException {
        Files.writeString(file, Files.readString(file).replace("steps: 2", "steps: 3") + "seeds: [1, 2]\n");

        ChildTrimtab.Outcome changed = experiment();

        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err())
                .hasLineCount(1)
                .contains("grid seeds, grid settings")
                .contains("--out");
        assertThat(changed.out()).isEmpty();
    }

    @Test
    void compare_ofWhatIsNoRun_isBadInput() throws IOException {
        ChildTrimtab.Outcome none = InProcessTrimtab.execute(List.of("compare", dir.toString()));
        ChildTrimtab.Outcome status = InProcessTrimtab.execute(List.of("experiment", "status", dir.toString()));
        ChildTrimtab.Outcome jobs = experiment("--jobs", "0");

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).hasLineCount(1).contains("is no run");
        assertThat(status.code()).isEqualTo(2);
        assertThat(status.err()).hasLineCount(1).contains("is no experiment");
        assertThat(jobs.code()).isEqualTo(2);
        assertThat(jobs.err()).hasLineCount(1).contains("--jobs");
    }

    @Test
    void directoryThatIsAFile_isBadInput_beforeAnythingIsAnnounced() throws IOException {
        Files.writeString(root, "in the way");

        ChildTrimtab.Outcome outcome = experiment();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("is a file");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void logs_oneRunsLogIsDamaged_nameItAndShowTheOthers() throws IOException {
        assertThat(experiment("-o", "settings.budget.steps=1").code()).isZero();
        CellRecord first = ExperimentDirectory.open(root).cells().get(0);
        Files.writeString(root.resolve(first.run()).resolve("events.jsonl"), "{\n");

        ChildTrimtab.Outcome logs = InProcessTrimtab.execute(List.of("experiment", "logs", root.toString()));

        assertThat(logs.code()).isZero();
        assertThat(logs.err()).hasLineCount(1).contains("trimtab: damaged: line 1 of ");
        assertThat(logs.out().lines()).hasSize(2).first().asString().startsWith(first.id() + "  damaged: line 1 of ");
        assertThat(logs.out()).contains("ended: ");
    }

    private ChildTrimtab.Outcome experiment(String... more) {
        List<String> args = new ArrayList<>(List.of("experiment", file.toString(), "--out", root.toString()));
        args.addAll(List.of("--data-dir", dir.resolve("data").toString()));
        args.addAll(List.of(more));
        return InProcessTrimtab.execute(args);
    }
}
