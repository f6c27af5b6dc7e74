package dev.trimtab.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.runtime.model.ModelConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference file, the records and the page say the same. */
final class ReferenceTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));

    @Test
    void reference_holdsExactlyTheRecordsKeys() throws Exception {
        List<String> recordKeys = ConfigKeys.paths(RunConfig.class).stream()
                .filter(path -> path.contains("."))
                .toList();
        List<String> documented = page().rows().stream()
                .map(ReferencePage.Row::path)
                .filter(path -> !path.matches("(?:aide|mlab|openhands)\\..*"))
                .toList();

        assertThat(documented).containsExactlyElementsOf(recordKeys);
    }

    @ParameterizedTest
    @MethodSource("files")
    void reference_ofAModelOrPolicy_holdsExactlyTheRecordsKeys(String file, Class<?> type) throws Exception {
        List<String> all = ConfigKeys.paths(type);
        List<String> leaves = all.stream()
                .filter(path -> all.stream().noneMatch(other -> other.startsWith(path + ".")))
                .toList();

        assertThat(ReferencePage.of(Files.readString(HOME.resolve("configs").resolve(file)))
                        .rows())
                .extracting(ReferencePage.Row::path)
                .containsExactlyInAnyOrderElementsOf(leaves);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("reference-model.yaml", ModelConfig.class),
                Arguments.of("reference-policy.yaml", PolicyConfig.class));
    }

    @Test
    void reference_ofAPolicy_holdsTheDefaults() {
        assertThat(new ConfigLoader().load(HOME.resolve("configs/reference-policy.yaml"), PolicyConfig.class))
                .isEqualTo(PolicyConfig.DEFAULT);
    }

    @Test
    void reference_ofAModel_holdsTheDefaults() {
        String needed = """
                provider: openai
                model: some-model
                limits: {context-window: 128000, max-output-tokens: 4096}
                """;

        assertThat(new ConfigLoader().load(HOME.resolve("configs/reference-model.yaml"), ModelConfig.class))
                .isEqualTo(new ConfigLoader().load(List.of(Layer.text("least.yaml", needed)), ModelConfig.class));
    }

    @Test
    void reference_documentsEverySection() throws Exception {
        assertThat(ReferencePage.markdown(HOME))
                .contains(Arrays.stream(RunConfig.class.getRecordComponents())
                        .map(component -> "\n## " + component.getName() + "\n")
                        .toList());
    }

    @Test
    void sections_haveAtMostEightKeys() {
        assertThat(RunConfig.class.getRecordComponents()).allSatisfy(section -> {
            if (section.getType().isRecord()) {
                assertThat(section.getType().getRecordComponents()).hasSizeLessThanOrEqualTo(8);
            }
        });
    }

    @Test
    void page_isWhatTheReferenceMakes() throws Exception {
        assertThat(ReferencePage.markdown(HOME))
                .as("run: java -cp runtime/target/classes dev.trimtab.runtime.config.ReferencePage")
                .isEqualTo(Files.readString(HOME.resolve("docs/configuration.md")));
    }

    @Test
    void load_referenceAlone_givesTheDefaults() {
        RunConfig config = RunConfig.load(HOME, List.of());

        assertThat(config.limits().wallTime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.limits().memory()).isEqualTo(new ByteSize(2L << 30));
        assertThat(config.verification()).isEqualTo(new VerificationConfig(VerificationKind.REFOLD, 3, 8, 2));
        assertThat(config.budget().maxCost()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/cpu", "resources/gpu1", "resources/gpu2", "budgets/24h", "budgets/100h"})
    void load_presetOfMleBenchsRuns_changesWhatItIsFor(String preset) {
        RunConfig plain = RunConfig.load(HOME, List.of());
        RunConfig config = RunConfig.load(HOME, List.of(Layer.file(HOME.resolve("configs/" + preset + ".yaml"))));

        assertThat(config.budget().equals(plain.budget())).isEqualTo(!preset.startsWith("budgets"));
        assertThat(config.limits().equals(plain.limits())).isEqualTo(!preset.startsWith("resources"));
        assertThat(config.docker().gpus())
                .isEqualTo(preset.contains("gpu") ? Integer.parseInt(preset.substring(13)) : 0);
        assertThat(config.execution().sandbox() == SandboxKind.DOCKER).isEqualTo(preset.contains("gpu"));
    }

    @Test
    void load_printedAsJson_readsBackEqual() throws Exception {
        RunConfig config =
                RunConfig.load(HOME, List.of(Layer.option("budget.max-time=90m"), Layer.option("agent.seed=7")));

        String json = new JsonMapper().writeValueAsString(ConfigTree.of(config));

        assertThat(new ConfigLoader().load(List.of(Layer.text("run.json", json)), RunConfig.class))
                .isEqualTo(config);
    }

    @Test
    void load_reserveOverTheWindow_namesTheOption() {
        assertThatThrownBy(() -> RunConfig.load(
                        HOME,
                        List.of(Layer.option("context.tokens=16000"), Layer.option("context.output-reserve=16000"))))
                .hasMessage("-o context.output-reserve=16000: key 'context.output-reserve': output-reserve must be"
                        + " below tokens (16000) but was 16000");
    }

    @Test
    void page_keyWithoutFacts_isRefused() {
        assertThatThrownBy(() -> ReferencePage.of("# S.\ns:\n  # Meaning only.\n  k: 1\n"))
                .hasMessageContaining("s.k");
    }

    private static ReferencePage page() throws Exception {
        return ReferencePage.of(Files.readString(HOME.resolve("configs/reference.yaml")));
    }
}
