package dev.trimtab.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is badly written is one line: where, which key, what was expected, what stood there. */
final class ConfigErrorTest {
    enum Kind {
        LOCAL,
        DOCKER
    }

    record Limits(
            int maxSteps,
            @Default("1m") Duration wall,
            @Default("1GiB") ByteSize memory) {
        Limits {
            if (maxSteps < 1) {
                throw new IllegalArgumentException("maxSteps must be >= 1 but was " + maxSteps);
            }
        }
    }

    record Root(
            Limits limits,
            @Default("local") Kind sandbox,
            @Default("0") double share,
            @Default("false") boolean dry,
            Map<String, Integer> counts,
            List<Limits> many) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    limits: {max-stpes: 3}               | c.yaml:1: unknown key 'limits.max-stpes'; did you mean 'limits.max-steps'?
                    limits: {max-steps: 3};;sandbx: local| c.yaml:3: unknown key 'sandbx'; did you mean 'sandbox'?
                    max-steps: 3                         | c.yaml:1: unknown key 'max-steps'; did you mean 'limits.max-steps'?
                    limits:;  max-steps: many            | c.yaml:2: key 'limits.max-steps' must be a whole number but is "many"
                    limits: {max-steps: 2.5}             | c.yaml:1: key 'limits.max-steps' must be a whole number but is "2.5"
                    limits: {max-steps: 99999999999}     | c.yaml:1: key 'limits.max-steps' must be a whole number but is "99999999999"
                    limits: {max-steps: [1]}             | c.yaml:1: key 'limits.max-steps' must be a whole number but is a list
                    limits: 3                            | c.yaml:1: key 'limits' must be a section with keys but is "3"
                    limits:;  max-steps: 0               | c.yaml:2: key 'limits.max-steps': maxSteps must be >= 1 but was 0
                    sandbox: local                       | c.yaml:1: key 'limits' is missing
                    limits:;  wall: 5m                   | c.yaml:2: key 'limits.max-steps' is missing
                    limits: {max-steps: 1, wall: 5}      | c.yaml:1: key 'limits.wall' must be a duration such as 500ms, 90s, 10m, 24h or 1h30m but is "5"
                    limits: {max-steps: 1, memory: 2GB}  | c.yaml:1: key 'limits.memory' must be a byte size such as 512, 64KiB, 100MiB or 2GiB but is "2GB"
                    limits: {max-steps: 1};sandbox: moon | c.yaml:2: key 'sandbox' must be one of local, docker but is "moon"
                    limits: {max-steps: 1};share: half   | c.yaml:2: key 'share' must be a number but is "half"
                    limits: {max-steps: 1};dry: maybe    | c.yaml:2: key 'dry' must be true or false but is "maybe"
                    limits: {max-steps: 1};counts: {a: b}| c.yaml:2: key 'counts.a' must be a whole number but is "b"
                    limits: {max-steps: 1};many: 3       | c.yaml:2: key 'many' must be a list but is "3"
                    limits: {max-steps: 1};many:;- {}    | c.yaml:3: key 'many[0].max-steps' is missing
                    dry: true;dry: false                 | c.yaml:2: key 'dry' was already given at c.yaml:1
                    - 3                                  | c.yaml:1: expected keys with values but found a list
                    """)
    void load_mistake_namesPlaceKeyAndRemedy(String yaml, String message) {
        String text = yaml.replace(';', '\n');

        assertThatThrownBy(() -> load(Layer.text("c.yaml", text)))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @Test
    void load_brokenYaml_namesTheLine() {
        assertThatThrownBy(() -> load(Layer.text("c.yaml", "limits:\n  - a\n b: 3\n")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("c.yaml:3: this is not YAML: ");
    }

    @Test
    void load_alias_isRefused() {
        assertThatThrownBy(() -> load(Layer.text("c.yaml", "limits: &l {max-steps: 1}\nmany: [*l]\n")))
                .hasMessage("c.yaml:2: YAML aliases are not supported; write the value out");
    }

    @Test
    void load_secondDocument_isRefused() {
        assertThatThrownBy(() -> load(Layer.text("c.yaml", "dry: true\n---\ndry: false\n")))
                .hasMessageContaining("second");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    limits.max-steps=abc | -o limits.max-steps=abc: key 'limits.max-steps' must be a whole number but is "abc"
                    limits.max-steps=-1  | -o limits.max-steps=-1: key 'limits.max-steps': maxSteps must be >= 1 but was -1
                    limits.stepz=1       | -o limits.stepz=1: unknown key 'limits.stepz' (known: max-steps, wall, memory)
                    limits.steps=1       | -o limits.steps=1: unknown key 'limits.steps'; did you mean 'limits.max-steps'?
                    wall=1m              | -o wall=1m: unknown key 'wall'; did you mean 'limits.wall'?
                    limits.max-steps     | -o limits.max-steps: expected section.key=value
                    =3                   | -o =3: expected section.key=value
                    a..b=3               | -o a..b=3: expected section.key=value
                    """)
    void option_mistake_namesTheOption(String option, String message) {
        assertThatThrownBy(() -> load(Layer.text("c.yaml", "limits: {max-steps: 1}"), Layer.option(option)))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void load_absentFile_saysSo() {
        assertThatThrownBy(() -> new ConfigLoader().load(Path.of("no/such.yaml"), Root.class))
                .isInstanceOf(UserError.class)
                .hasMessage("configuration file no/such.yaml does not exist");
    }

    @Test
    void exception_keepsOriginAndKey() {
        ConfigException e = catchThrowableOfType(
                ConfigException.class, () -> load(Layer.text("c.yaml", "\nlimits: {max-steps: x}")));

        assertThat(e.origin()).isEqualTo(new Origin("c.yaml", 2));
        assertThat(e.key()).isEqualTo("limits.max-steps");
    }

    private static Root load(Layer... layers) {
        return new ConfigLoader().load(Stream.of(layers).toList(), Root.class);
    }

    @Test
    void messages_areOneLine() {
        for (String yaml : Arrays.asList("a: [", "\"", "a: b: c", "\ta: 1", "%")) {
            assertThatThrownBy(() -> load(Layer.text("c.yaml", yaml)))
                    .isInstanceOf(ConfigException.class)
                    .extracting(Throwable::getMessage)
                    .satisfies(
                            message -> assertThat(message).startsWith("c.yaml").doesNotContain("\n"));
        }
    }
}
