package dev.trimtab.benchmark.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.testing.TestCompetition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leaderboard of a checkout of MLE-bench comes before the thresholds that a competition states. */
final class LeaderboardsTest {
    private static final String RECIPE = """
            metric: accuracy
            direction: maximize
            prepare: {source: [raw.csv], split: {rule: random, test-fraction: 0.5}}
            thresholds: {gold: 0.9, silver: 0.8, bronze: 0.7, median: 0.5}
            """;

    @TempDir
    private Path dir;

    @Test
    void thresholds_checkoutWithItsLeaderboard_areTheirs() throws IOException {
        Competition competition = TestCompetition.write(dir, "small", RECIPE, "a,y\n1,0\n");
        assertThat(new Leaderboards(null).thresholds(competition).gold()).isEqualTo(0.9);
        write("team,score\nx,0.6\ny,0.5\nz,0.5\nw,0.1\n");

        Leaderboards leaderboards = new Leaderboards(dir.resolve("checkout"));

        assertThat(leaderboards.thresholds(competition).gold()).isEqualTo(0.6);
        Leaderboard board = leaderboards.find(competition).orElseThrow();
        assertThat(board.rank(0.7)).isEqualTo(1);
        assertThat(board.rank(0.5)).isEqualTo(2);
        assertThat(board.rank(0.2)).isEqualTo(4);
        assertThat(board.rank(Double.NaN)).isEqualTo(5);
    }

    @Test
    void find_pointerOfGitLfs_saysWhatToRun() throws IOException {
        Competition competition = TestCompetition.write(dir, "small", RECIPE, "a,y\n1,0\n");
        write("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n");

        assertThatThrownBy(() -> new Leaderboards(dir.resolve("checkout")).find(competition))
                .hasMessageContaining("run git lfs pull");
    }

    private void write(String content) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("checkout/mlebench/competitions/small"));
        Files.writeString(folder.resolve("leaderboard.csv"), content);
    }
}
