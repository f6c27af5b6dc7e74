package dev.trimtab.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.runtime.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    void load_ownClassWithParameters_binds(@TempDir Path dir) throws Exception {
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
