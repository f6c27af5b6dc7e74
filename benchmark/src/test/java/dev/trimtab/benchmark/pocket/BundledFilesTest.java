package dev.trimtab.benchmark.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.metric.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes with every bundled competition, and what all of them may weigh. */
final class BundledFilesTest {
    private static final long MOST_BYTES = 20L * 1024 * 1024;
    private static final int LEAST_SOLUTIONS = 250;
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final Path FOLDER = HOME.resolve("benchmark/competitions/pocket");
    private static final List<Competition> COMPETITIONS = new PocketSet(FOLDER).competitions();

    @Test
    void folder_ofAll_staysBelowTwentyMebibytes() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isBetween(1L, MOST_BYTES);
        }
    }

    @Test
    void folder_ofEach_holdsDataWithLicenceAndSourceAndABaseline() throws IOException {
        String notice = Files.readString(HOME.resolve("NOTICE"));
        for (Competition competition : COMPETITIONS) {
            Path folder = competition.folder();
            for (String file :
                    List.of("data/LICENSE.txt", "data/SOURCE.md", "description.md", "baseline/Solution.java")) {
                assertThat(folder.resolve(file)).isNotEmptyFile();
            }
            assertThat(notice).contains("\n" + competition.id() + " ");
        }
    }

    @Test
    void leaderboard_ofEveryCompetition_hasEnoughSolutionsBetterFirst() throws IOException {
        for (Competition competition : COMPETITIONS) {
            List<Double> scores = Files.readAllLines(competition.folder().resolve("leaderboard.csv")).stream()
                    .skip(1)
                    .map(Double::valueOf)
                    .toList();
            boolean falling = competition.definition().direction() == Direction.MAXIMIZE;

            assertThat(scores)
                    .as(competition.id())
                    .isSortedAccordingTo((a, b) -> falling ? Double.compare(b, a) : Double.compare(a, b))
                    .hasSizeGreaterThanOrEqualTo(LEAST_SOLUTIONS);
        }
    }

    @Test
    void competitions_forDevelopmentAndForReporting_areBothSeveral() {
        Map<Boolean, Long> uses = COMPETITIONS.stream()
                .collect(Collectors.partitioningBy(c -> c.definition().dev(), Collectors.counting()));

        assertThat(uses.get(true)).isGreaterThanOrEqualTo(3);
        assertThat(uses.get(false)).isGreaterThanOrEqualTo(3);
    }
}
