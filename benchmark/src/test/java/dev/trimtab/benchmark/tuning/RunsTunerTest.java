package dev.trimtab.benchmark.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.GridListener;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.benchmark.simulation.Axis;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tuning by real runs of the offline engineer. */
final class RunsTunerTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final CompetitionSets SETS =
            new CompetitionSets(List.of(new PocketSet(HOME.resolve("benchmark/competitions/pocket"))));

    @Test
    void tune_byRuns_keepsThemSoThatTheSameCommandMakesNoneTwice(@TempDir Path folder) throws IOException {
        Tuning tuning = tuning(folder, "ames-housing");
        Starts first = new Starts();
        TunedPolicy tuned = tuner(folder, tuning, first).tune(tuning.arms().get(0));
        Starts second = new Starts();

        assertThat(tuner(folder, tuning, second).tune(tuning.arms().get(0))).isEqualTo(tuned);
        assertThat(first.begun).hasSize(2);
        assertThat(second.begun).isEmpty();
        assertThat(tuned.counted()).isEqualTo("runs");
        assertThat(tuned.places()).isEqualTo("competitions");
        assertThat(tuned.spent()).isEqualTo(2);
        assertThat(tuned.success()).isBetween(0.0, 1.0);
        assertThat(tuned.front()).isNotEmpty().allMatch(point -> point.tokens() > 0);
        tuned.write(HOME, folder.resolve("tuned"));
        assertThat(PolicyConfig.load(HOME, folder.resolve("tuned/recent-k.yaml").toString())
                        .kind())
                .isEqualTo("recent-k");
    }

    @Test
    void onRuns_ofACompetitionThatResultsAreReportedOn_isRefused(@TempDir Path folder) throws IOException {
        Tuning tuning = tuning(folder, "hpc-jobs");

        assertThatThrownBy(() -> tuner(folder, tuning, new Starts()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("hpc-jobs")
                .hasMessageContaining("dev: true");
    }

    @Test
    void tune_withValidation_runsBothOnHeldOutCompetitionsOnce(@TempDir Path folder) throws IOException {
        Tuning plain = tuning(folder, "ames-housing");
        Tuning tuning = validating(plain, "hpc-jobs");
        Starts first = new Starts();
        TunedPolicy tuned = tuner(folder, tuning, first).tune(tuning.arms().get(0));
        Starts second = new Starts();
        Validation validation = Objects.requireNonNull(tuned.validation());

        assertThat(tuner(folder, tuning, second).tune(tuning.arms().get(0))).isEqualTo(tuned);
        assertThat(second.begun).isEmpty();
        assertThat(first.begun).hasSize(tuned.chosen().isEmpty() ? 3 : 4);
        assertThat(tuned.spent()).as("validation is no part of the budget").isEqualTo(2);
        assertThat(validation.pairs()).isEqualTo(1);
        assertThat(validation.difference()).isEqualTo(validation.tuned() - validation.untuned());
    }

    @Test
    void onRuns_withADevelopmentCompetitionToValidateOn_isRefused(@TempDir Path folder) throws IOException {
        Tuning tuning = validating(tuning(folder, "ames-housing"), "ames-housing");

        assertThatThrownBy(() -> tuner(folder, tuning, new Starts()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("validation.competitions: ames-housing is a development competition");
    }

    private static Tuning validating(Tuning plain, String competition) {
        return new Tuning(
                plain.title(),
                plain.objective(),
                plain.experiment(),
                plain.budget(),
                plain.candidates(),
                plain.seed(),
                new Tuning.Validating(1, List.of(competition)),
                plain.arms());
    }

    @Test
    void onRuns_ofAKeyThatThePolicyHasNot_isRefusedBeforeAnyRun(@TempDir Path folder) throws IOException {
        Tuning right = tuning(folder, "ames-housing");
        Tuning.Arm mistyped = new Tuning.Arm("recent-k", List.of(new Axis("kep", List.of(3))));
        List<Tuning.Arm> arms = List.of(right.arms().get(0), mistyped);
        Tuning wrong = new Tuning("wrong", right.objective(), right.experiment(), 2, 2, 1, right.validation(), arms);

        assertThatThrownBy(() -> tuner(folder, wrong, new Starts()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown key 'kep'; did you mean 'keep'?");
    }

    private static Tuner tuner(Path folder, Tuning tuning, GridListener listener) {
        Tuner.Place place = new Tuner.Place(HOME, SETS, folder.resolve("data"), Map.of());
        return Tuner.onRuns(place, tuning, folder.resolve("runs"), 1, runs -> listener);
    }

    private static Tuning tuning(Path folder, String competition) throws IOException {
        Path grid = folder.resolve("small.yaml");
        Files.writeString(grid, """
                title: two steps
                competitions: [%s]
                settings:
                  budget: {steps: 2}
                  verification: {kind: self-reported}
                """.formatted(competition));
        return new ConfigLoader().load(List.of(Layer.text("tuning.yaml", """
                title: a small one
                objective: runs
                experiment: %s
                budget: 2
                candidates: 2
                arms:
                  - policy: recent-k
                    space:
                      - {key: keep, values: [3]}
                """.formatted(grid))), Tuning.DEFAULT);
    }

    private static final class Starts implements GridListener {
        private final Queue<String> begun = new ConcurrentLinkedQueue<>();

        @Override
        public RunListener started(CellRecord cell) {
            begun.add(cell.id());
            return RunListener.SILENT;
        }

        @Override
        public void ended(CellRecord cell) {}
    }
}
