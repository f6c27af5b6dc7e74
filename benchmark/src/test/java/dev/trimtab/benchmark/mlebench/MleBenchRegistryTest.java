package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSet;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.Definition.ThresholdScores;
import dev.trimtab.benchmark.metric.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All 82 competitions of MLE-bench are known, with what grading, listing and showing them needs. */
final class MleBenchRegistryTest {
    private static final Path FOLDER = Path.of("competitions", "mle-bench");

    private final CompetitionSets sets = new CompetitionSets(List.of(new MleBenchSet(FOLDER, Path.of("none"))));

    @Test
    void competitions_allFolders_areEightyTwo() {
        assertThat(sets.competitions()).hasSize(82);
        assertThat(sets.competitions())
                .extracting(competition -> competition.definition().title())
                .doesNotHaveDuplicates();
    }

    @Test
    void set_partsOfMleBench_haveItsSizesAndShareNoCompetition() {
        assertThat(ids("lite")).hasSize(22).contains("leaf-classification");
        assertThat(ids("medium")).hasSize(38).contains("AI4Code");
        assertThat(ids("high")).hasSize(15).contains("vesuvius-challenge-ink-detection");
        assertThat(ids("dev")).hasSize(7).contains("spaceship-titanic");
        Set<String> scored = new HashSet<>();
        List.of("lite", "medium", "high").forEach(part -> scored.addAll(ids(part)));
        assertThat(scored).hasSize(75).isEqualTo(new HashSet<>(ids("split75"))).doesNotContainAnyElementsOf(ids("dev"));
    }

    @Test
    void definition_anyCompetition_hasThresholdsInTheOrderOfItsDirection() {
        for (Competition competition : sets.competitions()) {
            ThresholdScores scores = competition.definition().thresholds().orElseThrow();
            double sign = competition.direction() == Direction.MAXIMIZE ? 1 : -1;
            assertThat(List.of(sign * scores.gold(), sign * scores.silver(), sign * scores.bronze()))
                    .as(competition.id())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(sign * scores.median()).as(competition.id()).isLessThanOrEqualTo(sign * scores.bronze());
        }
    }

    @Test
    void description_anyCompetition_statesTaskMetricAndTheColumnsToSubmit() throws IOException {
        for (Competition competition : sets.competitions()) {
            String text = Files.readString(competition.description());
            assertThat(text).as(competition.id()).startsWith("# ").contains("## Metric", "## Submission");
            if (competition.definition().scored().size() < 8) {
                assertThat(text)
                        .as(competition.id())
                        .contains(competition.definition().scored());
            }
        }
    }

    @Test
    void docs_tableOfCompetitions_saysOfEachWhetherItsRowsCanBeSplitAgain() throws IOException {
        Map<String, String> told = Files.readAllLines(Path.of("..", "docs", "benchmark.md")).stream()
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .filter(cells -> cells.length == 7)
                .filter(cells -> FOLDER.resolve(cells[1]).toFile().isDirectory() && !cells[1].isEmpty())
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells[4]));

        assertThat(told)
                .isEqualTo(sets.competitions().stream()
                        .collect(Collectors.toMap(
                                Competition::id,
                                competition -> competition.definition().refold().folds() > 0 ? "yes" : "no")));
    }

    private List<String> ids(String set) {
        CompetitionSet part = sets.set(set);
        return part.competitions().stream().map(Competition::id).toList();
    }
}
