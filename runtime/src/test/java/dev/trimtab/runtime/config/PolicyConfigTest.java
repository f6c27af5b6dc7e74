package dev.trimtab.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.runtime.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shipped policy file binds, and says only what differs from the defaults. */
final class PolicyConfigTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));

    static List<String> shipped() {
        return NamedFiles.names(HOME.resolve("configs/policies"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void load_shippedPolicy_binds(String name) {
        String kind = PolicyConfig.load(HOME, name).kind();

        if (name.startsWith("openhands-") || name.equals("llm-summary")) {
            assertThat(kind).isEqualTo("condenser");
        } else {
            assertThat(name).startsWith(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({"reset", "contamination", "families", "reserve", "learned-promise"})
    void load_ablation_turnsOffItsSwitchAndNothingElse(String part) {
        PolicyParameters ablated =
                PolicyConfig.load(HOME, "portfolio-no-" + part).portfolio();

        assertThat(ConfigTree.of(ablated.switches())).containsEntry(part, false);
        assertThat(ConfigTree.of(ablated.switches()).values().stream()
                        .filter(Boolean.TRUE::equals)
                        .count())
                .isEqualTo(4);
        assertThat(ablated.with(PolicyParameters.DEFAULT.switches())).isEqualTo(PolicyParameters.DEFAULT);
    }

    @Test
    void load_ownClassWithParametersAsTheyAre_binds(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(
                dir.resolve("mine.yaml"), "class: com.acme.Mine\nportfolio: {ageing: {promise-half-life: .inf}}\n");

        PolicyConfig mine = PolicyConfig.load(HOME, file.toString());

        assertThat(mine.className()).isEqualTo("com.acme.Mine");
        assertThat(mine.portfolio()).isEqualTo(PolicyParameters.DEFAULT);
    }

    @Test
    void load_parameterOutOfRange_namesFileLineAndKey(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("p.yaml"), "portfolio:\n  goals:\n    failure: 1.5\n");

        assertThatThrownBy(() -> PolicyConfig.load(HOME, file.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ":3: key 'portfolio.goals.failure': failure must be in (0, 1) but was 1.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: ledger%ncondenser: {max-size: 50} | 2 | condenser | with kind ledger; it is for kind condenser",
                "kind: ledger%nportfolio:%n  goals: {failure: 0.2} | 2 | portfolio | with kind ledger; it is for kind greedy-single-route, ",
                "keep: 3 | 1 | keep | with kind portfolio; it is for kind best-k, mlab-research-log or recent-k",
                "kind: condenser%ndrop: worst | 2 | drop | with kind condenser; it is for kind aide-journal",
                "kind: keep-all%nobservations: 2 | 2 | observations | with kind keep-all; it is for kind mlab-research-log",
                "kind: oracle%npipeline: [{keep-first: 0}] | 2 | pipeline | with kind oracle; it is for kind condenser",
                "kind: reset-aware%nportfolio:%n  comparator:%n    seed: 7 | 4 | portfolio.comparator.seed | with kind reset-aware; it is for kind random-matched",
                "class: com.acme.Mine%nkeep: 2 | 2 | keep | beside class, since a class of your own is given no parameters"
            })
    void load_keyThatItsKindDoesNotRead_isRefusedWithTheKindsThatItIsFor(
            String yaml, int line, String key, String why, @TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("p.yaml"), yaml.replace("%n", "\n") + "\n");

        assertThatThrownBy(() -> PolicyConfig.load(HOME, file.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ":" + line + ": key '" + key + "' has no effect " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: condenser%ncondenser:%n  attention-window: 5 | 3 | condenser.attention-window | without selection mask",
                "kind: condenser%ncondenser:%n  max-event-length: 5 | 3 | condenser.max-event-length | where no model is asked: with selection attention, or a replacement other than nothing",
                "kind: condenser%ncondenser:%n  triggers: [request]%n  max-size: 50 | 4 | condenser.max-size | without events among the triggers, or step with selection recent",
                "kind: condenser%ncondenser:%n  triggers: [step]%n  selection: mask%n  keep-first: 2 | 5 | condenser.keep-first | with selection mask, which keeps all events",
                "kind: condenser%ncondenser:%n  triggers: []%n  replacement: summary | 4 | condenser.replacement | without triggers, which cut nothing",
                "kind: condenser%npipeline:%n  - {keep-first: 0}%n  - {triggers: [request], attention-window: 7} | 4 | pipeline[1].attention-window | without selection mask",
                "portfolio:%n  switches: {reset: false}%n  goals: {min-decisions: 3} | 3 | portfolio.goals.min-decisions | with portfolio.switches.reset false: no decision is left by a reset",
                "class: com.acme.Mine%nkind: ledger | 2 | kind | beside class",
            })
    void load_keyThatAnotherKeysValueTakesTheEffectFrom_isRefused(
            String yaml, int line, String key, String why, @TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("p.yaml"), yaml.replace("%n", "\n") + "\n");
        List<String> found = new ArrayList<>();

        assertThatThrownBy(() -> PolicyConfig.load(HOME, file.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ":" + line + ": key '" + key + "' has no effect " + why);
        PolicyConfig.load(HOME, file.toString(), idle -> found.add(idle.key()));

        assertThat(found).containsExactly(key);
    }

    @Test
    void load_leastDecisionsOfResetAware_bindWhateverTheSwitches(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(
                dir.resolve("p.yaml"),
                "kind: reset-aware\nportfolio:\n  switches: {reset: false}\n  goals: {min-decisions: 3}\n");

        assertThat(PolicyConfig.load(HOME, file.toString()).portfolio().goals().minDecisions())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{triggers: [request], keep-first: 60, max-size: 200}",
                "{triggers: [step], max-size: 40}",
                "{triggers: [step], selection: mask, attention-window: 4}",
                "{triggers: [tokens], selection: attention, max-event-length: 50}",
                "{triggers: [], attention-window: 100}",
            })
    void load_condenserWhoseKeysAreAllRead_binds(String condenser, @TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("p.yaml"), "kind: condenser\ncondenser: " + condenser + "\n");
        Path staged = Files.writeString(dir.resolve("staged.yaml"), "kind: condenser\npipeline: [" + condenser + "]\n");

        PolicyConfig single = PolicyConfig.load(HOME, file.toString());

        assertThat(PolicyConfig.load(HOME, staged.toString()).pipeline()).containsExactly(single.condenser());
    }

    @Test
    void load_referenceAndTunedFiles_sayNothingThatIsNotRead() throws Exception {
        try (Stream<Path> files = Files.walk(HOME.resolve("configs/policies"))) {
            List<Path> all = Stream.concat(
                            files.filter(file -> file.toString().endsWith(".yaml")),
                            Stream.of(HOME.resolve("configs/reference-policy.yaml")))
                    .toList();

            assertThat(all).hasSizeGreaterThan(40).allSatisfy(file -> PolicyConfig.load(HOME, file.toString()));
        }
    }

    @Test
    void load_misspeltName_suggestsTheNearest() {
        assertThatThrownBy(() -> PolicyConfig.load(HOME, "portfolo"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("unknown policy 'portfolo'; did you mean 'portfolio'? (known: aide-journal, ");
    }

    @Test
    void load_absentPath_saysSo() {
        assertThatThrownBy(() -> PolicyConfig.load(HOME, "no/such.yaml"))
                .hasMessage("policy file no/such.yaml does not exist");
    }
}
