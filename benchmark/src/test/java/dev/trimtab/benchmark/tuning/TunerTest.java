package dev.trimtab.benchmark.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.simulation.Axis;
import dev.trimtab.benchmark.simulation.Contenders;
import dev.trimtab.benchmark.simulation.Experiment;
import dev.trimtab.benchmark.simulation.ExperimentFile;
import dev.trimtab.controller.ecology.Episode;
import dev.trimtab.controller.ecology.SeedSpace;
import dev.trimtab.controller.ecology.World;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import dev.trimtab.runtime.config.PolicyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tuning: one budget for all, development worlds only, and a policy's file that says how it was chosen. */
final class TunerTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final Tuning SMALL = tuning("""
            title: a small one
            experiment: h1-budget
            budget: 2000
            candidates: 8
            arms:
              - policy: recent-k
                space:
                  - {key: portfolio.comparator.keep, values: [1, 2, 3, 5, 8, 12]}
              - policy: reserve-aware
                space:
                  - {key: portfolio.comparator.reserve-share, values: [0.0, 0.1, 0.3, 0.6]}
                  - {key: portfolio.comparator.learned, values: [false, true]}
            """);

    @Test
    void tune_onAnyNumberOfThreads_choosesTheSame() {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Tuning.Arm arm : SMALL.arms()) {
                assertThat(Tuner.onEcology(HOME, threads, SMALL).tune(arm))
                        .isEqualTo(Tuner.onEcology(HOME, Runnable::run, SMALL).tune(arm));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void tune_ofAnyPolicy_keepsToTheBudgetAndSpendsMostOfIt() {
        for (Tuning.Arm arm : SMALL.arms()) {
            assertThat(Tuner.onEcology(HOME, Runnable::run, SMALL).tune(arm).spent())
                    .isBetween(SMALL.budget() / 2L, (long) SMALL.budget());
        }
    }

    @Test
    void tune_inTheWorldsOfAFrozenTable_isDoneInOthers() {
        Path frozen = HOME.resolve("configs/experiments/h1-budget.yaml");
        ExperimentFile file = ExperimentFile.of(frozen, List.of());

        assertThat(Tuner.onEcology(HOME, Runnable::run, SMALL)
                        .tune(SMALL.arms().get(0))
                        .worlds())
                .hasSize(64)
                .isNotEqualTo(file.experiment().worlds().fingerprint());
    }

    @Test
    void tune_withValidation_countsWhatBothCameToInHeldOutWorldsOneByOne() {
        Tuning tuning = tuning("""
                experiment: h1-budget
                budget: 400
                candidates: 4
                validation: {units: 7}
                arms:
                  - policy: recent-k
                    space:
                      - {key: portfolio.comparator.keep, values: [1, 8]}
                """);
        TunedPolicy tuned =
                Tuner.onEcology(HOME, Runnable::run, tuning).tune(tuning.arms().get(0));
        Validation validation = Objects.requireNonNull(tuned.validation());
        List<Layer> chosen = tuned.chosen().entrySet().stream()
                .map(setting -> Layer.option(setting.getKey() + "=" + setting.getValue()))
                .toList();
        List<ExperimentFile.Cell> cells = ExperimentFile.of(
                        HOME.resolve("configs/experiments/h1-budget.yaml"), List.of("worlds.episodes=1"))
                .cells();
        int better = 0;
        int worse = 0;
        for (int index = 0; index < 7 * cells.size(); index++) {
            Experiment cell = cells.get(index / 7).experiment();
            World world = World.draw(cell.ecology().ranges(), cell.ecology().condition(), SeedSpace.HELD_OUT, index);
            Episode episode = new Episode(world, cell.ecology().protocol());
            Contenders contenders = new Contenders(HOME);
            boolean after = episode.run(
                            contenders.fixed("recent-k", chosen).in().apply(world))
                    .success();
            boolean before = episode.run(
                            contenders.fixed("recent-k", List.of()).in().apply(world))
                    .success();
            better += after && !before ? 1 : 0;
            worse += before && !after ? 1 : 0;
        }

        assertThat(validation.pairs()).isEqualTo(7 * cells.size());
        assertThat(validation.difference()).isCloseTo((better - worse) / (7.0 * cells.size()), within(1e-12));
        assertThat(validation.difference()).isCloseTo(validation.tuned() - validation.untuned(), within(1e-12));
        assertThat(validation.interval().holds(validation.difference())).isTrue();
        assertThat(validation.heldOut()).isNotEqualTo(tuned.worlds());
    }

    @Test
    void tune_frontOfSuccessAgainstTokens_holdsNoPointThatAnotherBeats() {
        List<TunedPolicy.Point> front = Tuner.onEcology(HOME, Runnable::run, SMALL)
                .tune(SMALL.arms().get(0))
                .front();

        assertThat(front).isNotEmpty();
        for (TunedPolicy.Point one : front) {
            assertThat(front).noneMatch(other -> other.success() > one.success() && other.tokens() <= one.tokens());
        }
    }

    @Test
    void write_ofATunedPolicy_isAPolicyWithTheChosenSettingsAndSaysHowItWasChosen(@TempDir Path folder)
            throws IOException {
        TunedPolicy tuned = new TunedPolicy(
                "reset-aware",
                "a small one",
                "episodes",
                2000,
                1800,
                8,
                "worlds",
                "abc",
                Map.of("portfolio.comparator.keep", 5, "portfolio.goals.failure", 0.2),
                "success (simulated)",
                0.5,
                List.of(),
                /* validation= */ null);
        tuned.write(HOME, folder);
        Path file = folder.resolve("reset-aware.yaml");
        PolicyConfig config = PolicyConfig.load(HOME, file.toString());

        assertThat(config.kind()).isEqualTo("reset-aware");
        assertThat(config.portfolio().comparator().keep()).isEqualTo(5);
        assertThat(config.portfolio().goals().failure()).isEqualTo(0.2);
        assertThat(config.portfolio().comparator().resetAt())
                .as("what its own file sets stays")
                .isEqualTo(PolicyConfig.load(HOME, "reset-aware")
                        .portfolio()
                        .comparator()
                        .resetAt());
        assertThat(Files.readString(file)).contains("2000 episodes", "1800 measured", "8 settings", "worlds abc");
    }

    @Test
    void tune_withABudgetBelowOneWorldACell_isRefused() {
        Tuning poor = new Tuning("poor", Tuning.Kind.ECOLOGY, "h1-budget", 50, 8, 1, SMALL.validation(), SMALL.arms());

        assertThatThrownBy(() -> Tuner.onEcology(HOME, Runnable::run, poor)
                        .tune(SMALL.arms().get(0)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("budget: 50 episodes are not enough");
    }

    @Test
    void tunings_thatAreShipped_areWholeAndTheirPoliciesToo() {
        for (String name : NamedFiles.names(HOME.resolve("configs/tuning"))) {
            Tuning tuning = new ConfigLoader()
                    .load(List.of(Layer.file(HOME.resolve("configs/tuning/" + name + ".yaml"))), Tuning.DEFAULT);
            for (Tuning.Arm arm : tuning.arms()) {
                for (Axis axis : arm.space()) {
                    for (Object value : axis.values()) {
                        List<Layer> setting = List.of(Layer.option(axis.key() + "=" + value));
                        assertThat(PolicyConfig.load(HOME, arm.policy(), setting))
                                .isNotNull();
                        if (tuning.objective() == Tuning.Kind.ECOLOGY) {
                            new Contenders(HOME).fixed(arm.policy(), setting);
                        }
                    }
                }
            }
            assertThat(tuning.arms()).isNotEmpty();
        }
        for (String folder : List.of("tuned", "tuned-one-decision")) {
            List<String> names =
                    NamedFiles.names(HOME.resolve("configs/policies").resolve(folder));
            assertThat(names).contains("portfolio");
            for (String name : names) {
                assertThat(new Contenders(HOME)
                                .fixed(folder + "/" + name, List.of())
                                .name())
                        .isEqualTo(folder + "/" + name);
            }
        }
    }

    private static Tuning tuning(String yaml) {
        return new ConfigLoader().load(List.of(Layer.text("small.yaml", yaml)), Tuning.DEFAULT);
    }
}
