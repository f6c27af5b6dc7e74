package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grading needs the answers alone, a run the sample submission too, and data of two places are never mixed up. */
final class MleBenchSetTest {
    @TempDir
    private Path dir;

    private MleBenchSet set;
    private Competition competition;

    @BeforeEach
    void openSet() {
        set = new MleBenchSet(
                Path.of(System.getProperty("trimtab.home"), "benchmark", "competitions", "mle-bench"),
                dir.resolve("cache"));
        competition = set.find("spaceship-titanic").orElseThrow();
    }

    @Test
    void open_answersWithoutASample_areGradableAndNoMore() throws IOException {
        write("data", "private/test.csv");

        assertThat(set.openForGrading(competition, dir.resolve("data")).isGradable())
                .isTrue();
        assertThatThrownBy(() -> set.open(competition, dir.resolve("data")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no public/sample_submission.csv");
    }

    @Test
    void open_dataDirectoryThatHoldsSomething_isNotReplacedByTheCache() throws IOException {
        write("cache", "private/test.csv");
        write("cache", "public/sample_submission.csv");
        assertThat(set.open(competition, dir.resolve("data")).root()).startsWith(dir.resolve("cache"));

        write("data", "public/sample_submission.csv");

        assertThatThrownBy(() -> set.openForGrading(competition, dir.resolve("data")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(dir.resolve("data").toString())
                .hasMessageContaining("there is no private/test.csv");
        write("data", "private/test.csv");
        assertThat(set.open(competition, dir.resolve("data")).root()).startsWith(dir.resolve("data"));
    }

    private void write(String place, String file) throws IOException {
        Path path = dir.resolve(place).resolve("spaceship-titanic/prepared").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "PassengerId,Transported\n");
    }
}
