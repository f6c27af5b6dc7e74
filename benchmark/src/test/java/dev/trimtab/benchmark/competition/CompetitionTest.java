package dev.trimtab.benchmark.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.benchmark.testing.TestCompetition;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Competitions are found by id; whatever is wrong in their files is told with file, line and the nearest right word. */
final class CompetitionTest {
    private static final String METRIC = "metric: auc\ndirection: maximize\n";
    private static final String PREPARE = "prepare: {source: [raw.csv], split: {rule: random, test-fraction: 0.3}}";

    @TempDir
    private Path dir;

    @Test
    void find_misspeltId_namesTheNearest() {
        TestCompetition.write(dir, "bird-strikes", METRIC + PREPARE, "y\n");
        TestCompetition.write(dir, "hpc-jobs", METRIC + PREPARE, "y\n");
        CompetitionSets sets = new CompetitionSets(List.of(new PocketSet(dir)));

        assertThat(sets.find("hpc-jobs").metric()).isEqualTo("auc");
        assertThatThrownBy(() -> sets.find("bird-strike"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no competition is called 'bird-strike'; did you mean 'bird-strikes'?");
        assertThatThrownBy(() -> sets.set("poket")).hasMessageContaining("did you mean 'pocket'?");
    }

    @Test
    void load_unknownKey_namesFileLineAndNearestKey() {
        assertThatThrownBy(() -> TestCompetition.write(dir, "a", METRIC + PREPARE + "\nrefolds: {folds: 3}", "y\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("competition.yaml:10")
                .hasMessageContaining("refold");
    }

    @Test
    void load_wrongValues_areRefusedWithTheRule() {
        assertThatThrownBy(() -> TestCompetition.write(
                        dir, "a", METRIC + "prepare: {source: [raw.csv], split: {rule: random}}", "y\n"))
                .hasMessageContaining("test-fraction must be between 0 and 1");
        assertThatThrownBy(() -> TestCompetition.write(
                        dir, "a", METRIC + "prepare: {split: {rule: random, test-fraction: 0.3}}", "y\n"))
                .hasMessageContaining("either source or sheet");
        assertThatThrownBy(() -> TestCompetition.write(dir, "a", METRIC + PREPARE + "\nrefold: {folds: 1}", "y\n"))
                .hasMessageContaining("folds must be 0 or at least 2");
    }

    @Test
    void load_idThatIsNotTheFoldersName_isRefused() throws IOException {
        Competition competition = TestCompetition.write(dir, "a", METRIC + PREPARE, "y\n");
        Path moved = Files.move(competition.folder(), dir.resolve("b"));

        assertThatThrownBy(() -> Competition.load(moved)).hasMessageContaining("the folder is called 'b'");
        assertThatThrownBy(() -> Competition.load(dir.resolve("none"))).hasMessageContaining("is no competition");
    }

    @Test
    void root_anySystem_followsItsCustom() {
        Path home = Path.of("home");

        assertThat(UserCache.root(Map.of(), "Linux", home)).isEqualTo(home.resolve(".cache"));
        assertThat(UserCache.root(Map.of("XDG_CACHE_HOME", "x"), "Linux", home)).isEqualTo(Path.of("x"));
        assertThat(UserCache.root(Map.of(), "Mac OS X", home)).isEqualTo(home.resolve("Library/Caches"));
        assertThat(UserCache.root(Map.of("LOCALAPPDATA", "l"), "Windows 11", home))
                .isEqualTo(Path.of("l"));
    }
}
