package dev.trimtab.benchmark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import dev.trimtab.scaffolds.Scaffolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a grid's file becomes: every combination once, under a name that stays. */
final class GridTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final CompetitionSets SETS =
            new CompetitionSets(List.of(new PocketSet(HOME.resolve("benchmark/competitions/pocket"))));

    @Property(tries = 40, seed = "1")
    void cells_ofAnyGrid_areEveryCombinationOnceWithAnIdOfItsOwn(
            @ForAll @IntRange(min = 1, max = 3) int scaffolds,
            @ForAll @IntRange(min = 1, max = 4) int policies,
            @ForAll @IntRange(min = 1, max = 3) int budgets,
            @ForAll @IntRange(min = 1, max = 3) int seeds) {
        GridFile file = file(String.format(
                "scaffolds: %s%npolicies: %s%nbudgets: %s%ncompetitions: [hpc-jobs]%nseeds: %s%n",
                List.of("aide", "mlab", "openhands").subList(0, scaffolds),
                List.of("portfolio", "ledger", "recent-k", "best-k").subList(0, policies),
                List.of("{memory: 100}", "{memory: 200}", "{window: 8000}").subList(0, budgets),
                List.of(5, 6, 7).subList(0, seeds)));

        List<Cell> cells = file.cells(file.grid(SETS));

        assertThat(cells).hasSize(scaffolds * policies * budgets * seeds).doesNotHaveDuplicates();
        assertThat(cells.stream().map(Cell::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9_-]+"));
        assertThat(ids(file)).isEqualTo(ids(file));
        Set<List<Object>> arms = cells.stream()
                .map(cell -> List.<Object>of(cell.scaffold(), cell.policy(), cell.budget()))
                .collect(Collectors.toSet());
        for (long seed = 5; seed < 5 + seeds; seed++) {
            long wanted = seed;
            assertThat(cells.stream().filter(cell -> cell.seed() == wanted)).hasSize(arms.size());
        }
    }

    @Test
    void nativePolicy_isEachScaffoldsOwnMemory_andIsRunOnceHoweverItIsNamed() {
        GridFile file = file("""
                scaffolds: [aide, mlab, openhands]
                policies: [aide-journal, native]
                competitions: [hpc-jobs]
                """);

        assertThat(file.cells(file.grid(SETS)))
                .extracting(cell -> cell.scaffold() + " " + cell.policy())
                .containsExactly(
                        "aide aide-journal",
                        "mlab aide-journal",
                        "openhands aide-journal",
                        "mlab mlab-research-log",
                        "openhands openhands-noop");
    }

    @Test
    void cells_runUnlikeScaffoldsSideBySide_andWholePairsFirst() {
        List<Cell> cells = cells(file("""
                scaffolds: [aide, mlab]
                policies: [portfolio, ledger]
                competitions: [hpc-jobs]
                seeds: [1, 2]
                """));

        assertThat(cells)
                .extracting(cell -> cell.seed() + " " + cell.policy() + " " + cell.scaffold())
                .startsWith(
                        "1 portfolio aide", "1 portfolio mlab", "1 ledger aide", "1 ledger mlab", "2 portfolio aide");
    }

    @Test
    void budgets_forSomeScaffoldsOnly_areRunWithTheseAndSideBySideLevelByLevel() {
        List<Cell> cells = cells(file("""
                scaffolds: [aide, openhands, mlab]
                policies: [ledger]
                budgets:
                  - {memory: 300, scaffolds: [aide]}
                  - {memory: 900, scaffolds: [aide, mlab]}
                  - {memory: 6000, scaffolds: [openhands]}
                  - {window: 32000}
                competitions: [hpc-jobs]
                """));

        assertThat(cells)
                .extracting(cell -> cell.scaffold() + " " + cell.budget().memory() + " "
                        + cell.budget().window())
                .containsExactly(
                        "aide 300 null",
                        "openhands 6000 null",
                        "mlab 900 null",
                        "aide 900 null",
                        "openhands null 32000",
                        "mlab null 32000",
                        "aide null 32000");
    }

    @Test
    void descriptions_both_areRunInEveryCell_andTheOriginalsCellsKeepTheirNames() {
        String rest = "policies: [portfolio, ledger]\ncompetitions: [hpc-jobs]\n";
        List<Cell> plain = cells(file(rest));
        GridFile file = file(rest + "descriptions: [original, obfuscated]\n");
        List<Cell> both = file.cells(file.grid(SETS));

        assertThat(both).hasSize(4).containsAll(plain);
        assertThat(both.stream().map(Cell::id).distinct()).hasSize(4);
        assertThat(both)
                .extracting(cell -> file.request(cell, Path.of("data"))
                        .config()
                        .environment()
                        .obfuscated())
                .containsExactly(false, true, false, true);
    }

    @Test
    void nativePolicies_areFilesThatThereAre_allOfOpenHandsCondensersAmongThem() {
        Scaffolds scaffolds = new Scaffolds();
        Set<String> natives = new LinkedHashSet<>();
        scaffolds.names().forEach(name -> natives.addAll(scaffolds.named(name).nativePolicies()));

        assertThat(NamedFiles.names(HOME.resolve("configs/policies"))).containsAll(natives);
        assertThat(natives)
                .containsAll(NamedFiles.names(HOME.resolve("configs/policies")).stream()
                        .filter(name -> name.startsWith("openhands-"))
                        .toList())
                .contains("aide-journal", "mlab-research-log");
    }

    @Test
    void request_ofACell_putsItsValuesOverTheSettings_andTheseOverTheScaffoldsFile() {
        GridFile file = file("""
                scaffolds: [mlab]
                policies: [ledger]
                pursuits: [advice]
                models: [{name: offline, profile: weak}]
                budgets: [{memory: 321}]
                competitions: [hpc-jobs]
                seeds: [9]
                settings:
                  agent: {policy: keep-all, seed: 4}
                  context: {output-reserve: null, memory-tokens: 7}
                  model: {temperature: null}
                  budget: {steps: 12}
                  mlab: {prompts: "built-in"}
                """);

        var config = file.request(file.cells(file.grid(SETS)).get(0), Path.of("data"))
                .config();

        assertThat(config.agent().scaffold()).isEqualTo("mlab");
        assertThat(config.agent().policy()).isEqualTo("ledger");
        assertThat(config.agent().seed()).isEqualTo(9);
        assertThat(config.agent().competition()).isEqualTo("hpc-jobs");
        assertThat(config.agent().pursuit().name()).isEqualTo("ADVICE");
        assertThat(config.model().profile()).isEqualTo("weak");
        assertThat(config.model().temperature()).isNull();
        assertThat(config.context().memoryTokens()).isEqualTo(321);
        assertThat(config.budget().steps()).isEqualTo(12);
        assertThat(config.budget().maxTime()).as("MLAB's file says 5 hours").isNotNull();
        assertThat(config.mlab()).containsEntry("prompts", "built-in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "polices: [ledger] | grid.yaml:3: unknown key 'polices'; did you mean 'policies'?",
                "seeds: [one] | grid.yaml:3: key 'seeds[0]' must be a whole number",
                "seeds: [1, 1] | grid.yaml:3: key 'seeds': seeds must not name one twice",
                "policies: [] | grid.yaml:3: key 'policies': policies must name at least one",
                "budgets: [{memry: 3}] | grid.yaml:3: unknown key 'budgets[0].memry'; did you mean 'budgets[0].memory'?",
                "budgets: [{memory: 3, scaffolds: [mlab]}] | grid.yaml:3: key 'budgets': none of the budgets is for aide; give it one, or a budget without 'scaffolds'",
                "pursuits: [agent] | grid.yaml:3: key 'pursuits[0]' must be one of scaffold, advice, controller",
                "settings: {budget: {stps: 3}} | grid.yaml:3: unknown key 'settings.budget.stps'; did you mean 'settings.budget.steps'?",
                "settings: {aide: {debug-prb: 1}} | grid.yaml:3: unknown key 'aide.debug-prb'; did you mean 'aide.debug-prob'?",
                "policies: [ledgr] | unknown policy 'ledgr'; did you mean 'ledger'?",
                "scaffolds: [aid] | unknown scaffold 'aid'; did you mean 'aide'?",
                "models: [{name: offline, profile: weal}] | weal",
                "settings: {agent: {scaffold: mlab}} | settings.agent.scaffold is mlab and the grid's scaffold aide: leave it out, and name it in 'scaffolds'",
            })
    void grid_thatDoesNotFit_isOneLineWithItsPlace(String line, String problem) {
        GridFile file = file("competitions: [hpc-jobs]\n\n" + line + "\n");

        assertThatThrownBy(() -> {
                    Grid grid = file.grid(SETS);
                    List<Cell> cells = file.cells(grid);
                    cells.forEach(cell -> file.check(cell, SETS));
                    Frozen.of(file, grid, cells, SETS);
                })
                .isInstanceOf(UserError.class)
                .hasMessageContaining(problem)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settings: {mlab: {retrieval: true}} | settings.mlab | with scaffold aide: leave it out, or run scaffold mlab",
                "scaffolds: [aide, mlab]%nsettings: {openhands: {plan-mode: false}} | settings.openhands | with scaffold aide, nor with scaffold mlab: leave it out, or run scaffold openhands",
                "settings: {docker: {gpus: 1}} | settings.docker | with sandbox local: leave it out, or run in sandbox docker",
                "settings: {execution: {python: /usr/bin/python3}} | settings.execution.python | where solutions are in java: leave it out, or set execution.kernel to python",
                "settings: {model: {temperature: 1}} | settings.model.temperature | with model offline, which is no language model: leave it out, or name a language model",
                "models: [{name: vllm}]%nsettings: {model: {profile: weak}} | settings.model.profile | with model vllm: it is for the offline engineer: leave it out, or run model offline",
                "models: [{name: offline}, {name: vllm, profile: weak}] | models[1].profile | with model vllm: it is for the offline engineer: leave it out, or run model offline",
                "models: [{name: offline, profile: weak}]%nsettings: {model: {profile: recent}} | settings.model.profile | beside the grid's own key 'models': leave it out, and set that",
                "budgets: [{memory: 5}]%nsettings: {context: {memory-tokens: 7}} | settings.context.memory-tokens | beside the grid's own key 'budgets': leave it out, and set that",
                "settings: {agent: {seed: 7}} | settings.agent.seed | beside the grid's own key 'seeds': leave it out, and set that",
                "settings: {verification: {kind: self-reported, folds: 2}} | settings.verification.folds | with verification.kind self-reported: leave it out, or set verification.kind to refold",
                "settings: {environment: {submission-check: grader}} | settings.environment.submission-check | with scaffold aide as it is set, whose agent has no tool that checks a submission: leave it out, or run mlab, or openhands with openhands.check-submission: true",
                "scaffolds: [openhands]%nmodels: [{name: vllm}]%nsettings: {model: {feedback: gpt-4o}} | settings.model.feedback | with scaffold openhands, which asks no second model: leave it out, or run scaffold aide or mlab",
                "budgets: [{memory: 3}, {memory: 4, scaffolds: [mlab]}] | budgets[1].scaffolds | since the grid has none of these: leave this budget out, or name them in 'scaffolds'",
            })
    void keyOfAGrid_thatNoRunReads_isRefusedWithWhyAndWhatToDo(String lines, String key, String why) {
        String yaml = "competitions: [hpc-jobs]\n" + lines.replace("%n", "\n") + "\n";

        assertThatThrownBy(() -> new IdleGridKeys(file(yaml), SETS, Map.of()).refuse())
                .isInstanceOf(UserError.class)
                .hasMessage("grid.yaml:" + yaml.lines().count() + ": key '" + key + "' has no effect " + why);
    }

    @Test
    void keyOfAGrid_thatOneRunReads_orThatOnlyAnOptionTookTheEffectFrom_isKept() {
        GridFile both = file("""
                scaffolds: [aide, mlab]
                models: [{name: offline, profile: weak}, {name: vllm}]
                budgets: [{memory: 5}, {window: 8000}]
                competitions: [hpc-jobs]
                settings:
                  context: {memory-tokens: 7, tokens: 9000}
                  model: {temperature: 1, profile: recent}
                  mlab: {retrieval: true}
                """);
        List<Layer> narrowed = List.of(both.layers().get(0), Layer.option("scaffolds=[aide]"));
        List<Layer> idle = List.of(both.layers().get(0), Layer.option("settings.openhands.plan-mode=false"));

        assertThatCode(() -> new IdleGridKeys(both, SETS, Map.of()).refuse()).doesNotThrowAnyException();
        assertThatCode(() -> new IdleGridKeys(new GridFile(HOME, "grid", narrowed), SETS, Map.of()).refuse())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new IdleGridKeys(new GridFile(HOME, "grid", idle), SETS, Map.of()).refuse())
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "-o settings.openhands.plan-mode=false: key 'settings.openhands' has no effect with scaffold aide, nor");
    }

    @Test
    void grids_thatAreShipped_areWhole() throws IOException {
        List<String> grids = new ArrayList<>();
        for (String name : NamedFiles.names(HOME.resolve("configs/experiments"))) {
            if (Files.readString(HOME.resolve("configs/experiments/" + name + ".yaml"))
                    .contains("worlds:")) {
                continue; // an experiment in the ecology, which SimulationTest reads
            }
            GridFile file = GridFile.of(HOME, name, List.of());
            file.cells(file.grid(SETS)).forEach(cell -> file.check(cell, SETS));
            new IdleGridKeys(file, SETS, Map.of()).refuse();
            grids.add(name);
        }
        assertThat(grids).contains("pocket-head-to-head");
    }

    @Test
    void headToHead_isThreeScaffoldsByFourPoliciesByTwoBudgetsOnTheReportingCompetitionsByThreeSeeds() {
        GridFile file = GridFile.of(HOME, "pocket-head-to-head", List.of());
        Grid grid = file.grid(SETS);

        assertThat(file.cells(grid)).hasSize(3 * 4 * 2 * 3 * 3);
        assertThat(grid.competitions())
                .containsExactlyElementsOf(file("title: x").grid(SETS).competitions());
        assertThat(grid.settings().budget().steps()).isGreaterThanOrEqualTo(24);
    }

    private static List<String> ids(GridFile file) {
        return cells(file).stream().map(Cell::id).toList();
    }

    private static List<Cell> cells(GridFile file) {
        return file.cells(file.grid(SETS));
    }

    private static GridFile file(String yaml) {
        return new GridFile(HOME, "grid", List.of(Layer.text("grid.yaml", yaml)));
    }
}
