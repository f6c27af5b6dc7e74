package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.ConfigTree;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.scaffolds.prompt.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AIDE's configuration and the wording of its prompts. */
class AideConfigTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));

    @TempDir
    Path directory;

    @Test
    void load_nothing_givesAidesDefaults() {
        assertThat(load("")).isEqualTo(AideConfig.DEFAULT);
    }

    @Test
    void reference_ofTheCheckout_holdsExactlyTheseKeysAndDefaults() {
        Map<String, Object> reference = RunConfig.load(HOME, List.of()).aide();
        List<Layer> layers = RunConfig.layers(HOME, List.of());

        assertThat(reference.keySet())
                .containsExactlyElementsOf(ConfigTree.of(AideConfig.DEFAULT).keySet());
        assertThat(new ConfigLoader().section(layers, "aide", AideConfig.class)).isEqualTo(AideConfig.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"num-drafts: 0", "debug-prob: 1.5", "max-debug-depth: -1", "k-fold: 0", "num-draft: 3"})
    void load_outOfRangeOrUnknown_namesTheKey(String yaml) {
        assertThatThrownBy(() -> load(yaml))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(yaml.substring(0, yaml.indexOf(':')));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void preset_ofThisModule_loads(Path preset) {
        assertThat(new ConfigLoader().section(List.of(Layer.file(preset)), "aide", AideConfig.class))
                .isNotNull();
    }

    @Test
    void preset_ofMleBench_hasItsValues() {
        List<Layer> layers =
                RunConfig.layers(HOME, List.of(Layer.file(HOME.resolve("configs/scaffolds/aide-mle-bench.yaml"))));
        RunConfig run = new ConfigLoader().load(layers, RunConfig.class);

        assertThat(new ConfigLoader().section(layers, "aide", AideConfig.class))
                .isEqualTo(new AideConfig(5, 1, 20, 5, true, false, true, AideConfig.BUILT_IN));
        assertThat(run.budget().steps()).isEqualTo(500);
        assertThat(run.budget().maxTime()).isEqualTo(Duration.ofHours(24));
        assertThat(run.limits().wallTime()).isEqualTo(Duration.ofHours(9));
        assertThat(run.model().temperature()).isEqualTo(0.5);
    }

    @Test
    void prompts_overridingFile_replacesOnlyItsKeys() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), "response-format: Answer with {file} only.\n");

        PromptTemplates templates = Wording.load(PromptTemplates.class, file.toString());

        assertThat(templates.responseFormat()).isEqualTo("Answer with {file} only.");
        assertThat(templates.packages())
                .isEqualTo(
                        Wording.load(PromptTemplates.class, AideConfig.BUILT_IN).packages());
    }

    @Test
    void prompts_unknownKeyOrWord_isAnErrorThatNamesIt() throws IOException {
        Path key = Files.writeString(directory.resolve("key.yaml"), "respones-format: x\n");
        Path word = Files.writeString(directory.resolve("word.yaml"), "response-format: use {langauge}\n");

        assertThatThrownBy(() -> Wording.load(PromptTemplates.class, key.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("response-format");
        assertThatThrownBy(() -> Wording.load(PromptTemplates.class, word.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("word.yaml:1: key 'response-format': ")
                .hasMessageContaining("{langauge}");
    }

    @Test
    void fill_wordWithoutAValue_leavesTheLineOut() {
        assertThat(Wording.bullets(List.of("a {file}", "b {folds}", "c"), Map.of("file", "$1")))
                .isEqualTo("- a $1\n- c");
    }

    private static AideConfig load(String yaml) {
        String section = yaml.isEmpty() ? "" : "aide:\n  " + yaml;
        return new ConfigLoader().section(List.of(Layer.text("run.yaml", section)), "aide", AideConfig.class);
    }

    static Stream<Path> presets() throws IOException {
        Path folder = HOME.resolve("configs/scaffolds");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("aide")).sorted().toList().stream();
        }
    }
}
