package dev.trimtab.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.testing.TestCompetition;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a log written by hand comes to, graded from the snapshots: accuracy on ten rows, against a leaderboard of 1.0, 0.9 to 0.1, so that gold
 * needs 1.0, silver 0.9 and bronze 0.7.
 */
final class CourseTest {
    private static final int ROWS = 10;

    @TempDir
    private Path dir;

    private final List<Event> log = new ArrayList<>();
    private Appraiser appraiser;
    private RunDirectory run;

    @BeforeEach
    void prepare() throws IOException {
        Competition competition = TestCompetition.write(
                dir,
                "ten-rows",
                "metric: accuracy\ndirection: maximize\nprepare: {source: [raw.csv],"
                        + " split: {rule: random, test-fraction: 0.3, seed: 5}}",
                "a,b,y\n");
        Files.writeString(
                competition.folder().resolve("leaderboard.csv"),
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "\n" + (ROWS - i) / (double) ROWS)
                        .collect(Collectors.joining("", "score", "\n")));
        PreparedData data = PreparedData.in(dir.resolve("data"), competition);
        Files.createDirectories(data.answers().getParent());
        Files.writeString(data.answers(), submission(ROWS));
        appraiser = new Appraiser(data);
        run = new RunDirectory(Files.createDirectories(dir.resolve("run")));
        Files.createDirectories(run.snapshots().resolve("blobs"));
    }

    @Test
    void medals_areGainedAndLost_asTheChoiceMoves() throws IOException {
        misled();

        MedalHistory medals = MedalHistory.of(course().milestones());

        assertThat(medals.changes())
                .containsExactly(
                        new MedalHistory.Change(1, 2, 20, Medal.NONE, Medal.SILVER),
                        new MedalHistory.Change(2, 3, 30, Medal.SILVER, Medal.NONE),
                        new MedalHistory.Change(4, 4, 40, Medal.NONE, Medal.GOLD),
                        new MedalHistory.Change(6, 5, 50, Medal.GOLD, Medal.SILVER));
        assertThat(medals.gained()).isEqualTo(2);
        assertThat(medals.lost()).isEqualTo(2);
    }

    @Test
    void regret_isWhatTheBestSubmissionIsWorthAboveTheOneThatEachSelectorChooses() throws IOException {
        misled();

        Course course = course();
        SelectionRegret regret = course.regret();

        assertThat(regret.submissions()).isEqualTo(5);
        assertThat(regret.valid()).isEqualTo(5);
        assertThat(regret.best().score()).isEqualTo(1.0);
        assertThat(regret.verified()).isTrue();
        assertChoice(regret.weak(), "n2", 0.6);
        assertChoice(regret.strong(), "n1", 0.1);
        assertChoice(regret.last(), "n5", 0.3);
        assertThat(regret.strong().standing())
                .as("what the run submitted")
                .isEqualTo(
                        course.milestones().get(course.milestones().size() - 1).standing());
    }

    @Test
    void regret_strong_isTheWeakOne_whereNothingIsVerified() throws IOException {
        attempt(0, 0.9, submission(3));
        attempt(1, 0.8, submission(5));

        SelectionRegret regret = course().regret();

        assertThat(regret.verified()).isFalse();
        assertThat(regret.strong()).isEqualTo(regret.weak());
        assertChoice(regret.weak(), "n0", 0.2);
        assertChoice(regret.last(), "n1", 0);
    }

    @Test
    void regret_invalidSubmissionChosen_losesTheWholePercentileOfTheBest_andHasNoDistanceOfScores() throws IOException {
        attempt(0, 0.5, submission(8));
        attempt(1, 0.9, "id,y\n0,0\n");

        SelectionRegret regret = course().regret();

        assertThat(regret.valid()).isEqualTo(1);
        assertThat(regret.weak().attempt()).isEqualTo("n1");
        assertThat(regret.weak().percentile()).isCloseTo(0.75, within(1e-12));
        assertThat(regret.weak().score()).isNull();
    }

    @Test
    void regret_nothingValid_isNone() throws IOException {
        attempt(0, 0.9, "id,y\n0,0\n");

        SelectionRegret regret = course().regret();

        assertThat(regret.submissions()).isEqualTo(1);
        assertThat(regret.best()).isNull();
        assertThat(List.of(regret.weak(), regret.strong(), regret.last()))
                .allMatch(choice -> choice.percentile() == null && choice.score() == null);
        assertThat(course().milestones())
                .hasSize(2)
                .allMatch(milestone -> !milestone.standing().valid());
    }

    /** A program that fools itself (n2), a verification that finds the best (n3), and one that errs (n1). */
    private void misled() throws IOException {
        attempt(0, 0.6, submission(5));
        attempt(1, 0.8, submission(9));
        attempt(2, 0.95, submission(4));
        attempt(3, 0.7, submission(10));
        log.add(new Event.Verified(4, "n3", List.of(0.9), 0.9, null));
        attempt(5, 0.5, submission(7));
        log.add(new Event.Verified(6, "n1", List.of(0.91), 0.91, null));
    }

    private Course course() {
        return new Course(run, /* higherIsBetter= */ true, appraiser, log);
    }

    private static void assertChoice(SelectionRegret.Choice choice, String attempt, double regret) {
        assertThat(choice.attempt()).isEqualTo(attempt);
        assertThat(choice.percentile()).isCloseTo(regret, within(1e-12));
        assertThat(choice.score()).isCloseTo(regret, within(1e-12));
    }

    private void attempt(int step, @Nullable Double own, String submission) throws IOException {
        String hash = "hash-of-" + step;
        Files.writeString(run.snapshots().resolve("blobs").resolve(hash), submission);
        log.add(new Event.ModelCalled(
                step,
                "draft",
                "model",
                "hash",
                JsonNodeFactory.instance.objectNode(),
                6,
                4,
                false,
                6,
                0,
                0,
                List.of()));
        Map<String, String> left = Map.of("submission/submission.csv", hash);
        log.add(new Event.Executed(
                step, "solution", "hash", 0, null, null, "", 0, false, /* submitted= */ true, own, left, 0, 0));
        Attempt attempt = new Attempt(
                "n" + step,
                null,
                step,
                Attempt.Stage.DRAFT,
                "plan",
                "code " + step,
                own,
                "",
                null,
                null,
                /* submitted= */ true,
                null);
        log.add(new Event.Attempted(step, attempt, "family", "code"));
    }

    private static String submission(int right) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> i + "," + (i < right ? "yes" : "no") + "\n")
                .collect(Collectors.joining("", "id,y\n", ""));
    }
}
