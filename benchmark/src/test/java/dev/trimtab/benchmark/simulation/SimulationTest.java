package dev.trimtab.benchmark.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.trimtab.benchmark.simulation.CellResult.Comparison;
import dev.trimtab.benchmark.simulation.CellResult.Row;
import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.controller.comparator.StabilityPolicies;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.controller.estimate.Calibration;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments: cells of a file, the same results on any threads, comparisons that add up. */
final class SimulationTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final String SMALL = """
            title: a small one
            policies: [greedy-summarize, keep-all, greedy-single-route]
            bounds: [oracle]
            worlds: {space: development, first: 3, episodes: 40}
            axes:
              - {key: ecology.condition.budget, values: [0.12, 0.5]}
              - {key: ecology.ranges.quality.early-tells, values: [-0.5..0, 1]}
            """;

    @Test
    void cells_ofTwoAxes_areAllCombinationsTheLastChangingFastest() {
        List<ExperimentFile.Cell> cells = file(SMALL).cells();

        assertThat(cells)
                .extracting(cell -> cell.experiment().ecology().condition().budget())
                .containsExactly(0.12, 0.12, 0.5, 0.5);
        assertThat(cells)
                .extracting(cell -> cell.experiment()
                        .ecology()
                        .ranges()
                        .quality()
                        .earlyTells()
                        .low())
                .containsExactly(-0.5, 1.0, -0.5, 1.0);
    }

    @Test
    void run_onAnyNumberOfThreads_givesTheSameResult() {
        Simulation.Result alone = new Simulation(HOME, Runnable::run).run(file(SMALL));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            assertThat(new Simulation(HOME, threads).run(file(SMALL))).isEqualTo(alone);
        } finally {
            threads.shutdown();
        }
        assertThat(alone.episodes()).isEqualTo(4 * 4 * 40);
    }

    @Test
    void run_ofOneCell_countsWhatTheEpisodesCameTo() {
        ExperimentFile file = file(SMALL);
        Simulation.Result result = new Simulation(HOME, Runnable::run).run(file);
        Ensemble ensemble = file.cells().get(0).experiment().ensemble();
        List<Outcome> reference = outcomes(ensemble, "greedy-summarize");
        List<Outcome> other = outcomes(ensemble, "keep-all");
        int wins = 0;
        int losses = 0;
        for (int i = 0; i < reference.size(); i++) {
            wins += reference.get(i).success() && !other.get(i).success() ? 1 : 0;
            losses += !reference.get(i).success() && other.get(i).success() ? 1 : 0;
        }
        Row row = result.cells().get(0).rows().get(1);
        Comparison comparison = Objects.requireNonNull(row.comparison());

        assertThat(row.policy()).isEqualTo("keep-all");
        assertThat(row.share())
                .isCloseTo(other.stream().filter(Outcome::success).count() / 40.0, within(1e-12));
        assertThat(comparison.wins()).isEqualTo(wins);
        assertThat(comparison.losses()).isEqualTo(losses);
        assertThat(comparison.holm()).isBetween(comparison.p(), 1.0);
        assertThat(result.cells().get(0).rows())
                .filteredOn(r -> r.comparison() == null)
                .extracting(Row::policy)
                .containsExactly("greedy-summarize");
    }

    @Test
    void run_losses_countEveryCellAndFindTheWorst() {
        Simulation.Result result = new Simulation(HOME, Runnable::run).run(file(SMALL));
        ReferenceLosses losses = result.losses().get(0);
        List<Double> differences = result.cells().stream()
                .map(cell ->
                        Objects.requireNonNull(cell.rows().get(1).comparison()).difference())
                .toList();

        assertThat(result.losses())
                .extracting(ReferenceLosses::policy)
                .containsExactly("keep-all", "greedy-single-route", ReferenceLosses.ANY);
        assertThat(losses.behind())
                .isEqualTo((int) differences.stream().filter(d -> d < 0).count());
        assertThat(losses.worst())
                .isEqualTo(differences.stream().mapToDouble(d -> d).min().orElseThrow());
        assertThat(ResultTable.of(result)).contains("budget=0.12", "oracle (bound)", "best of all");
    }

    @Test
    void run_meanDifferenceOverCells_hasTheIntervalOfTheMeansOfItsWorlds() {
        ExperimentFile file = file(SMALL);
        ReferenceLosses losses =
                new Simulation(HOME, Runnable::run).run(file).losses().get(0);
        double[] means = new double[40];
        for (ExperimentFile.Cell cell : file.cells()) {
            Ensemble ensemble = cell.experiment().ensemble();
            List<Outcome> reference = outcomes(ensemble, "greedy-summarize");
            List<Outcome> other = outcomes(ensemble, "keep-all");
            for (int i = 0; i < means.length; i++) {
                means[i] +=
                        ((reference.get(i).success() ? 1 : 0) - (other.get(i).success() ? 1 : 0)) / 4.0;
            }
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double variance = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / 39;
        Interval interval = Objects.requireNonNull(losses.meanInterval());

        assertThat(losses.meanDifference()).isCloseTo(mean, within(1e-12));
        assertThat((interval.high() - interval.low()) / 2)
                .as("of about 1.96 standard errors over worlds")
                .isCloseTo(1.96 * Math.sqrt(variance / 40), withinPercentage(10));
        assertThat(interval.holds(mean)).isTrue();
    }

    @Test
    void run_withRegretAndCalibration_tellsOfEveryEpisodeOnceAndSharesAddUp() {
        Simulation.Result plain = new Simulation(HOME, Runnable::run).run(file(SMALL));
        Simulation.Result result = new Simulation(HOME, Runnable::run)
                .run(file(SMALL.replace("[greedy-summarize", "[portfolio")
                        + "report: {regret: true, calibration: true}\n"));

        assertThat(plain.regret()).isEmpty();
        assertThat(plain.calibration()).isNull();
        assertThat(result.regret()).hasSize(4).allSatisfy(shares -> {
            int failed = shares.classes().values().stream().mapToInt(n -> n).sum();
            double sum = shares.regret().shapley().values().stream()
                    .mapToDouble(v -> v)
                    .sum();

            assertThat(shares.episodes()).isEqualTo(4 * 40);
            assertThat(failed).isEqualTo((int) Math.round((1 - shares.success()) * shares.episodes()));
            assertThat(sum).isCloseTo(shares.regret().regret(), within(1e-9));
            assertThat(shares.intervals().regret().holds(shares.regret().regret()))
                    .isTrue();
            shares.regret()
                    .shapley()
                    .forEach((channel, value) -> assertThat(shares.intervals().shapley())
                            .hasEntrySatisfying(
                                    channel,
                                    interval ->
                                            assertThat(interval.holds(value)).isTrue()));
            assertThat(shares.success())
                    .isCloseTo(
                            result.cells().stream()
                                    .flatMap(cell -> cell.rows().stream())
                                    .filter(row -> row.policy().equals(shares.policy()))
                                    .mapToDouble(Row::share)
                                    .average()
                                    .orElseThrow(),
                            within(1e-9));
        });
        assertThat(Objects.requireNonNull(result.calibration()).bins().stream()
                        .mapToInt(Calibration.Bin::count)
                        .sum())
                .isEqualTo(4 * 40);
        assertThat(ResultTable.of(result))
                .contains("regret an episode by channel", "bootstrap over worlds", "missed family", "predicts");
    }

    @Test
    void run_inOtherWorldsThanTheFrozenOnes_isRefused() {
        String frozen = SMALL.replace("episodes: 40}", "episodes: 40, fingerprint: abc}");

        assertThatThrownBy(() -> new Simulation(HOME, Runnable::run).run(file(frozen)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("but the file states abc");
    }

    @Test
    void run_ofAPolicyOnTextsOrOfTheOracleAsAContender_isRefused() {
        assertThatThrownBy(() -> new Simulation(HOME, Runnable::run).run(file(SMALL.replace("keep-all", "ledger"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("which works on texts");
        assertThatThrownBy(() -> new Simulation(HOME, Runnable::run).run(file(SMALL.replace("keep-all", "oracle"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("under bounds");
        assertThatThrownBy(() ->
                        file(SMALL.replace("[greedy-summarize", "[keep-all")).experiment())
                .hasMessageContaining("must not name one twice");
    }

    @Test
    void write_ofAResult_leavesOneLineACellAndPolicy(@TempDir Path folder) throws IOException {
        Simulation.Result result = new Simulation(HOME, Runnable::run).run(file(SMALL));
        ResultFiles.write(folder.resolve("out"), result);

        assertThat(Files.readAllLines(folder.resolve("out/cells.csv"))).hasSize(1 + 4 * 4);
        assertThat(folder.resolve("out/results.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/table.txt")).content().contains("a small one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tolerance: 0.1 | tolerance | without a prediction: leave it out, or state one",
                "ecology: {protocol: {mode-change: 0.5}} | ecology.protocol.mode-change | within one window: leave it out, or set ecology.protocol.windows to 2 or more",
                "ecology: {condition: {lag: 4}} | ecology.condition.lag | beside the axis of this key: leave it out",
            })
    void keyOfAnExperiment_thatNoCellReads_isRefusedWithWhyAndWhatToDo(String line, String key, String why) {
        String axes = "axes: [{key: ecology.condition.lag, values: [1, 2]}]\n";

        assertThatThrownBy(() -> file(axes + line + "\n").refuseIdle())
                .isInstanceOf(UserError.class)
                .hasMessage("small.yaml:2: key '" + key + "' has no effect " + why);
        file(axes + "prediction: windows\ntolerance: 0.1\necology: {protocol: {mode-change: 0.5, windows: 2}}\n")
                .refuseIdle();
    }

    @Test
    void optionOverAnExperiment_thatAnAxisOverrules_isRefused() {
        Layer axes = Layer.text("small.yaml", "axes: [{key: ecology.condition.lag, values: [1, 2]}]\n");

        assertThatThrownBy(
                        () -> new ExperimentFile(List.of(axes, Layer.option("ecology.condition.lag=4"))).refuseIdle())
                .hasMessage(
                        "-o ecology.condition.lag=4: key 'ecology.condition.lag' has no effect beside the axis of this key: leave it out");
        assertThatThrownBy(() -> file("axes: [{key: tolerance, values: [1]}, {key: tolerance, values: [0]}]\n")
                        .experiment())
                .hasMessage("small.yaml:1: key 'axes': axes must not vary a key twice");
    }

    @Test
    void experiments_thatAreShipped_areWhole() throws IOException {
        for (String name : NamedFiles.names(HOME.resolve("configs/experiments"))) {
            Path path = HOME.resolve("configs/experiments/" + name + ".yaml");
            if (!Files.readString(path).contains("worlds:")) {
                continue; // a grid of real runs, which GridTest reads
            }
            ExperimentFile file = ExperimentFile.of(path, List.of());
            assertThat(new Contenders(HOME).of(file.experiment())).isNotEmpty();
            assertThat(file.experiment().worlds().fingerprint()).hasSize(64);
            file.refuseIdle();
            assertThat(file.cells())
                    .hasSize(name.equals("grid") ? 729 : file.cells().size());
        }
        assertThat(NamedFiles.names(HOME.resolve("configs/experiments"))).contains("grid");
    }

    private static ExperimentFile file(String yaml) {
        return new ExperimentFile(List.of(Layer.text("small.yaml", yaml)));
    }

    private static List<Outcome> outcomes(Ensemble ensemble, String policy) {
        return ensemble.run(
                        List.of(Contender.of(StabilityPolicies.counted()
                                .create(policy, PolicyParameters.DEFAULT)
                                .orElseThrow())),
                        Runnable::run)
                .get(0);
    }
}
