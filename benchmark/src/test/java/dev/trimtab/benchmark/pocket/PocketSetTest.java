package dev.trimtab.benchmark.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Refolds;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.runtime.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundled competitions are prepared to the byte as the independent Python of bench/population prepares them. */
final class PocketSetTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final PocketSet SET = new PocketSet(HOME.resolve("benchmark/competitions/pocket"));
    private static final Grader GRADER = new Grader(Metrics.builtIn());

    @TempDir
    private static Path dataDir;

    private static final Map<Competition, Refolds> REFOLDS = new TreeMap<>(Comparator.comparing(Competition::id));

    @BeforeAll
    static void prepareAll() {
        for (Competition competition : SET.competitions()) {
            PreparedData data = SET.open(competition, dataDir);
            REFOLDS.put(
                    competition,
                    new Refolds(
                            GRADER,
                            new CompetitionSets(List.of(SET)),
                            data,
                            competition.definition().refold().folds(),
                            dataDir.resolve(competition.id()).resolve("folds")));
            REFOLDS.get(competition).parts();
        }
    }

    /** Its rows are split by time, and a test set's time comes off them twice before nothing is left to train on; a random split has no such end. */
    @ParameterizedTest
    @CsvSource({"object-cutouts, 3, 2", "hpc-jobs, 4, 4"})
    void refolds_moreThanRowsSplitByTimeAreEnoughFor_areAsManyAsTheyAre(String id, int asked, int made) {
        Competition competition = SET.competitions().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
        Refolds refolds = new Refolds(
                GRADER,
                new CompetitionSets(List.of(SET)),
                SET.open(competition, dataDir),
                asked,
                dataDir.resolve(id).resolve("folds asked for"));

        assertThat(refolds.parts()).hasSize(made).hasSize(refolds.folds());
    }

    @Test
    void open_everyCompetition_hasTheHashesOfTheIndependentPreparation() throws IOException {
        Map<String, String> expected = Files.readAllLines(HOME.resolve("bench/population/prepared.sha256")).stream()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
        assertThat(expected).hasSizeGreaterThanOrEqualTo(6 * 4);

        Map<String, String> made = new TreeMap<>();
        for (String path : expected.keySet()) {
            Path file = dataDir.resolve(path.replace("/refold-", "/folds/fold-"));
            made.put(path, Sha256.of(Files.readAllBytes(file)));
        }

        assertThat(made).isEqualTo(new TreeMap<>(expected));
    }

    @Test
    void grade_sampleSubmission_isValidAndWinsNoMedal() {
        for (Competition competition : REFOLDS.keySet()) {
            PreparedData data = SET.open(competition, dataDir);
            if (!Files.exists(competition.folder().resolve("leaderboard.csv"))) {
                continue;
            }

            Grade grade = GRADER.grade(data, data.sampleSubmission(), LocalDateTime.of(2026, 1, 1, 0, 0));

            assertThat(grade.report().validSubmission()).as(competition.id()).isTrue();
            assertThat(grade.report().anyMedal()).as(competition.id()).isFalse();
        }
    }

    @Test
    void score_sampleOfAFold_isScoredAndOfAnotherFoldRefused() {
        REFOLDS.forEach((competition, folds) -> {
            assertThat(folds.folds())
                    .isEqualTo(competition.definition().refold().folds());
            Path sample = folds.publicData(0).resolve("sample_submission.csv");
            assertThat(folds.score(0, sample).score()).as(competition.id()).isNotNull();
            assertThat(folds.score(0, sample.resolveSibling("none.csv")).problem())
                    .contains("there is no file");
        });
    }

    @Test
    void publicData_anyFold_holdsNoLabelOfItsTestRows() throws IOException {
        for (Map.Entry<Competition, Refolds> entry : REFOLDS.entrySet()) {
            String target = entry.getKey().definition().target();
            for (Fold fold : entry.getValue().parts()) {
                String header =
                        Files.readAllLines(fold.publicDir().resolve("test.csv")).get(0);
                assertThat(header.split(",")).doesNotContain(target);
                try (var files = Files.list(fold.publicDir())) {
                    assertThat(files.map(file -> file.getFileName().toString()))
                            .containsExactlyInAnyOrder(
                                    "train.csv", "test.csv", "sample_submission.csv", "description.md");
                }
            }
        }
    }
}
