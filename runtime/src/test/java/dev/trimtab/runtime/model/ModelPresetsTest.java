package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models' files say nothing that their provider does not read. */
final class ModelPresetsTest {
    private static final Path CONFIGS = Path.of(System.getProperty("trimtab.home", ".."), "configs");
    private static final ModelPresets PRESETS = new ModelPresets(CONFIGS.resolve("models"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anthropic | limits.max-output-parameter | with provider anthropic; it is for openai | max-output-parameter: max-completion-tokens",
                "offline | limits.timeout | with provider offline, which asks no server | timeout: 5s",
                "offline | limits.concurrent-requests | with provider offline, which asks no server | concurrent-requests: 2"
            })
    void load_limitThatTheProviderDoesNotRead_isRefusedAtItsLine(
            String provider, String key, String why, String limit, @TempDir Path dir) throws Exception {
        Path file = Files.writeString(
                dir.resolve("m.yaml"),
                "provider: " + provider + "\nmodel: m\nlimits:\n  context-window: 9000\n  max-output-tokens: 90\n  "
                        + limit + "\n");

        assertThatThrownBy(() -> PRESETS.load(file.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ":6: key '" + key + "' has no effect " + why);
    }

    @Test
    void load_temperatureOfAModelThatTakesNone_isRefused(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("m.yaml"), """
                provider: google
                model: m
                temperature: 0.3
                limits: {context-window: 9000, max-output-tokens: 90}
                features: {temperature: false}
                """);

        assertThatThrownBy(() -> PRESETS.load(file.toString()))
                .hasMessage(file + ":3: key 'temperature' has no effect where features.temperature is false");
    }

    @Test
    void load_everyShippedFileAndTheReference_sayNothingThatIsNotRead() {
        List<String> all = Stream.concat(
                        PRESETS.names().stream(),
                        Stream.of(CONFIGS.resolve("reference-model.yaml").toString()))
                .toList();

        assertThat(all)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(PRESETS.load(name).model()).isNotBlank());
    }
}
