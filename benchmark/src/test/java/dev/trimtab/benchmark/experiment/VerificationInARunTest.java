package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.testing.ToyRoute;
import dev.trimtab.benchmark.testing.ToyRun;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.journal.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strong verification in the run loop: what it costs, when it comes, and that it chooses the submission; every eight steps, two candidates. */
final class VerificationInARunTest {
    private static final List<ToyRoute> WORLD = List.of(
            new ToyRoute("RandomForestClassifier", 0.70, 2, 0.02, 2),
            new ToyRoute("LogisticRegression", 0.60, 3, 0.01, 2));
    private static final int MEMORY = 2000;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"portfolio", "ledger", "aide-journal", "keep-all"})
    void everyPolicy_paysOneControlStepForEachCandidate(String policy) throws IOException {
        ToyRun run = run(WORLD, policy, 30);
        List<Integer> steps = new ArrayList<>();
        run.events().stream()
                .filter(e -> e instanceof Event.StepStarted || e instanceof Event.Verified)
                .forEach(e -> steps.add(e.step()));

        assertThat(steps).isSorted().doesNotHaveDuplicates();
        assertThat(verified(run)).extracting(Event.Verified::step).containsExactly(8, 9, 18, 19, 28, 29);
        assertThat(run.ending().steps()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"8, 2", "9, 1", "10, 2", "11, 2", "2, 1", "1, 0"})
    void steps_areNeverPassed_andWhatIsLeftGoesToCandidates(int steps, int candidates) throws IOException {
        ToyRun run = run(WORLD, "ledger", steps);

        assertThat(run.ending().steps()).isEqualTo(steps);
        assertThat(verified(run)).hasSizeGreaterThanOrEqualTo(candidates);
        assertThat(verified(run)).extracting(Event.Verified::step).allMatch(step -> step < steps);
    }

    @Test
    void submission_isThatOfTheBestMeanOverFolds() throws IOException {
        ToyRun run = run(WORLD, "ledger", 30);
        Event.Verified best = verified(run).stream()
                .max(Comparator.comparingDouble(v -> Objects.requireNonNull(v.mean())))
                .orElseThrow();

        assertThat(verified(run))
                .allSatisfy(v -> assertThat(v.mean())
                        .isEqualTo(v.scores().stream()
                                .mapToDouble(s -> s)
                                .average()
                                .orElseThrow()));
        assertThat(run.ending().by()).isEqualTo("strong");
        assertThat(chosen(run).id()).isEqualTo(best.attempt());
    }

    @Test
    void candidatesThatAreEqual_leaveTheEarliestChosen() throws IOException {
        ToyRun run = run(
                List.of(
                        new ToyRoute("RandomForestClassifier", 0.70, 0, 0, 2),
                        new ToyRoute("LogisticRegression", 0.70, 0, 0, 2)),
                "ledger",
                10);

        assertThat(verified(run))
                .extracting(Event.Verified::mean)
                .hasSize(2)
                .containsOnly(verified(run).get(0).mean());
        assertThat(chosen(run).step()).isZero();
    }

    @Test
    void programThatNoFoldCanScore_isNotChosenForItsOwnWord() throws IOException {
        ToyRun run = run(
                List.of(
                        new ToyRoute("LogisticRegression", 0.60, 0, 0, 2),
                        new ToyRoute("XGBoost", 1.5, 0, 0, 2),
                        new ToyRoute("RandomForestClassifier", 0.70, 0, 0, 2),
                        new ToyRoute("GaussianNB", 0.50, 0, 0, 2)),
                "ledger",
                6);

        assertThat(verified(run)).anyMatch(v -> v.mean() == null);
        assertThat(chosen(run).score()).isEqualTo(0.70);
    }

    @Test
    void allVerifiedFail_theBestOfTheOthersIsChosenAndTheLogSaysOnWhatGround() throws IOException {
        ToyRun run = run(
                List.of(
                        new ToyRoute("XGBoost", 1.5, 0, 0, 2),
                        new ToyRoute("GaussianNB", 1.4, 0, 0, 2),
                        new ToyRoute("LogisticRegression", 0.60, 0, 0, 2)),
                "ledger",
                5);

        assertThat(verified(run)).hasSize(2).allMatch(v -> v.mean() == null);
        assertThat(chosen(run).score()).isEqualTo(0.60);
        assertThat(run.ending().by()).isEqualTo("unverified");
        assertThat(notices(run)).singleElement().asString().contains("failed", "never verified");
    }

    @Test
    void allThatCouldBeSubmittedFail_theLogSaysThatTheChosenOneFailed() throws IOException {
        ToyRun run = run(
                List.of(new ToyRoute("XGBoost", 1.5, 0, 0, 2), new ToyRoute("GaussianNB", 1.4, 0, 0, 2)), "ledger", 4);

        assertThat(verified(run)).hasSize(2).allMatch(v -> v.mean() == null);
        assertThat(chosen(run).score()).isEqualTo(1.5);
        assertThat(run.ending().by()).isEqualTo("failed");
        assertThat(notices(run)).singleElement().asString().contains("failed its strong verification");
    }

    private static List<String> notices(ToyRun run) {
        return run.events().stream()
                .filter(Event.Noticed.class::isInstance)
                .map(event -> ((Event.Noticed) event).text())
                .toList();
    }

    private ToyRun run(List<ToyRoute> world, String policy, int steps) throws IOException {
        return ToyRun.of(directory.resolve("run"), world, policy, Pursuit.Mode.SCAFFOLD, steps, MEMORY);
    }

    private static List<Event.Verified> verified(ToyRun run) {
        return run.events().stream()
                .filter(Event.Verified.class::isInstance)
                .map(Event.Verified.class::cast)
                .toList();
    }

    private static Attempt chosen(ToyRun run) {
        return Objects.requireNonNull(run.ending().chosen());
    }
}
