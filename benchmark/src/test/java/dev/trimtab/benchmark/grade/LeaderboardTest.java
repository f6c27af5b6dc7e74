package dev.trimtab.benchmark.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.metric.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Medals go by Kaggle's positions; a tie with a threshold counts, a tie with the median does not. */
final class LeaderboardTest {
    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "9, 1, 1, 3",
        "29, 2, 5, 11",
        "99, 9, 19, 39",
        "100, 10, 20, 40",
        "249, 10, 49, 99",
        "250, 10, 50, 100",
        "999, 11, 50, 100",
        "1000, 12, 50, 100",
        "2500, 15, 125, 250"
    })
    void positions_atTheEdgesOfTheTable_areTruncatedProducts(int n, int gold, int silver, int bronze) {
        assertThat(Leaderboard.positions(n)).containsExactly(gold, silver, bronze);
    }

    @Property(seed = "1")
    void positions_anySize_areOrderedAndExist(@ForAll @IntRange(min = 1, max = 20000) int n) {
        int[] positions = Leaderboard.positions(n);

        assertThat(positions[0]).isBetween(1, positions[1]);
        assertThat(positions[2]).isBetween(positions[1], n);
    }

    @Test
    void thresholds_lowerIsBetter_areScoresAtThePositions() {
        List<Double> scores =
                IntStream.rangeClosed(1, 10).mapToObj(i -> i / 10.0).toList();

        Thresholds thresholds = new Leaderboard(scores, Direction.MINIMIZE).thresholds();

        assertThat(thresholds).isEqualTo(new Thresholds(0.1, 0.2, 0.4, 0.55, Direction.MINIMIZE));
        assertThat(thresholds.medal(0.1)).isEqualTo(Medal.GOLD);
        assertThat(thresholds.medal(0.11)).isEqualTo(Medal.SILVER);
        assertThat(thresholds.medal(0.4)).isEqualTo(Medal.BRONZE);
        assertThat(thresholds.medal(0.41)).isEqualTo(Medal.NONE);
        assertThat(thresholds.isAboveMedian(0.54)).isTrue();
        assertThat(thresholds.isAboveMedian(0.55)).isFalse();
    }

    @Test
    void medal_notANumber_isNone() {
        Thresholds thresholds =
                new Leaderboard(DoubleStream.of(3, 2, 1).boxed().toList(), Direction.MAXIMIZE).thresholds();

        assertThat(thresholds.medal(Double.NaN)).isEqualTo(Medal.NONE);
        assertThat(thresholds.isAboveMedian(Double.NaN)).isFalse();
        assertThat(thresholds.medal(Double.POSITIVE_INFINITY)).isEqualTo(Medal.GOLD);
    }

    @Test
    void read_worstFirstOrAGap_isRefused() throws IOException {
        assertThatThrownBy(() -> Leaderboard.read(file("0.1", "0.2"), Direction.MAXIMIZE))
                .hasMessageContaining("best score first");
        assertThatThrownBy(() -> Leaderboard.read(file("0.2", ""), Direction.MAXIMIZE))
                .hasMessageContaining("a cell is empty");
    }

    @Test
    void readAsItStands_anyOrderAndGaps_givesTheScoresAtThePositions() throws IOException {
        Leaderboard board = Leaderboard.readAsItStands(file("0.3", "0.1", "", "0.7", "0.5"));

        assertThat(board.thresholds()).isEqualTo(new Thresholds(0.3, 0.3, 0.1, 0.4, Direction.MINIMIZE));
        assertThat(Leaderboard.readAsItStands(file("2", "9", "1")).direction()).isEqualTo(Direction.MAXIMIZE);
        assertThat(Leaderboard.readAsItStands(file("1", "9", "1")).direction()).isEqualTo(Direction.MAXIMIZE);
        assertThatThrownBy(() -> Leaderboard.readAsItStands(file("0.2", "good")))
                .hasMessageContaining("holds text");
    }

    private Path file(String... scores) throws IOException {
        String rows = String.join(
                "", Stream.of(scores).map(score -> "team," + score + "\n").toList());
        return Files.writeString(dir.resolve("leaderboard.csv"), "team,score\n" + rows);
    }
}
