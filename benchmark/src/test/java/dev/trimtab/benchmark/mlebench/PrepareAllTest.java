package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.PreparedFiles;
import dev.trimtab.benchmark.grade.FormatCheck;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.mlebench.raw.RawCompetitions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recipe on a tiny raw folder of its competition's schema. The frozen hashes are those of trees whose files were
 * compared one by one with what MLE-bench's own preparation (commit 783b15a, pandas 2.2.2, scikit-learn 1.5.1) made of the
 * same raw folder; docs/benchmark.md says which differ and how.
 */
final class PrepareAllTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
    private static final Properties FROZEN = frozen();

    @TempDir
    private Path dir;

    static Set<String> ids() {
        return RawCompetitions.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void prepare_tinyRawFolder_isWhatMleBenchMakesOfIt(String id) throws IOException {
        PreparedData data = TinyCompetitions.prepare(id, dir).data();

        assertThat(data.isReady()).isTrue();
        assertThat(data.root().resolveSibling("prepared.scratch")).doesNotExist();
        assertThat(PreparedTree.hash(data.root(), dir)).isEqualTo(FROZEN.getProperty(id));
        Grade grade = new Grader(Metrics.builtIn()).grade(data, data.sampleSubmission(), NOW);
        assertThat(grade.score()).isInstanceOf(Score.Scored.class);
        publicCheck_agreesWithTheGrader(data);
    }

    /** By public data alone nothing is refused that is graded, and where rows can be seen nothing passes that is not. */
    private void publicCheck_agreesWithTheGrader(PreparedData data) throws IOException {
        FormatCheck check = new FormatCheck(Metrics.builtIn());
        assertThat(check.problem(data, data.sampleSubmission())).isEmpty();
        PreparedFiles files = data.competition().definition().files();
        Path gold = data.root().resolve(files.gold().orElse(files.answers()));
        if (graded(data, gold)) {
            assertThat(check.problem(data, gold)).isEmpty();
        }
        MutatedSubmissions.of(data.sampleSubmission(), dir.resolve("mistakes")).forEach((mistake, file) -> {
            boolean passed = check.problem(data, file).isEmpty();
            if (passed != graded(data, file)) {
                assertThat(passed && !FormatCheck.seesRows(data)).as(mistake).isTrue();
            }
        });
    }

    private static boolean graded(PreparedData data, Path submission) {
        return new Grader(Metrics.builtIn()).score(data.competition(), data.answers(), submission)
                instanceof Score.Scored;
    }

    @Test
    void rawFolders_haveAllCompetitionsWithARecipe() {
        Set<String> recipes = TinyCompetitions.SET.competitions().stream()
                .filter(RecipePreparer::hasRecipe)
                .map(Competition::id)
                .collect(Collectors.toSet());

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(recipes);
    }

    private static Properties frozen() {
        Properties properties = new Properties();
        try (InputStream in = PrepareAllTest.class.getResourceAsStream("prepared-trees.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
