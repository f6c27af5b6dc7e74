package dev.trimtab.benchmark.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.simulation.PredictionCheck.Verdict;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What laws say of searches beside searches that are simulated here, and the verdict of an interval against a tolerance. */
final class PredictionCheckTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final String WINDOWS = """
            prediction: windows
            policies: [keep-all]
            worlds: {space: development, episodes: 300}
            ecology:
              condition: {budget: 3, lag: 1, compression: 1, contamination: 0}
              protocol: {mode-change: 1, windows: 3}
              ranges:
                population: {routes: 4, families: 48, unopened: 5, fitness: 1}
                quality: {early-tells: 0, tolerance: 0, target: 0.5244}
                losses: {hazard: 0}
            """;

    @Test
    void windows_areSeenAsOftenAsInDrawsOfTheirOwn() {
        SplittableRandom random = new SplittableRandom(5);
        int succeeded = 0;
        for (int search = 0; search < 40_000; search++) {
            boolean all = true;
            for (int window = 0; window < 3; window++) {
                all &= keptFourOfNine(random);
            }
            succeeded += all ? 1 : 0;
        }

        assertThat(check(WINDOWS).predicted()).isCloseTo(succeeded / 40_000.0, within(0.01));
    }

    @Test
    void verdict_ofAnIntervalThatReachesOverTheTolerance_isUndecided() {
        PredictionCheck check = check(WINDOWS);

        assertThat(check.gap()).isCloseTo(check.seen() - check.predicted(), within(1e-12));
        assertThat(check.gapInterval().holds(check.gap())).isTrue();
        assertThat(check.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(check("tolerance: 0.2\n" + WINDOWS).verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void verdict_whereTheLawsConditionsDoNotHold_isBeyond() {
        // everything is dropped but one route, which is not what the law speaks of
        String dropped = WINDOWS.replace("[keep-all]", "[greedy-single-route]");

        assertThat(check(dropped).verdict()).isEqualTo(Verdict.BEYOND);
    }

    @Test
    void windows_inWorldsThatTheLawDoesNotSpeakOf_areRefused() {
        assertThatThrownBy(() -> check(WINDOWS.replace("hazard: 0", "hazard: 0.1")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("prediction: windows needs");
    }

    /** Draws nine qualities anew; adequate is what reaches the upper 30 %, or the best. */
    private static boolean keptFourOfNine(SplittableRandom random) {
        double bestKept = 0;
        double best = 0;
        for (int family = 0; family < 9; family++) {
            double quality = random.nextDouble();
            best = Math.max(best, quality);
            bestKept = family < 4 ? Math.max(bestKept, quality) : bestKept;
        }
        return bestKept >= Math.min(0.7, best);
    }

    private static PredictionCheck check(String yaml) {
        Simulation.Result result =
                new Simulation(HOME, Runnable::run).run(new ExperimentFile(List.of(Layer.text("windows.yaml", yaml))));
        return Objects.requireNonNull(result.cells().get(0).prediction());
    }
}
