package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run's model is called: by its recorded provider, without the path of a run whose replies it gave again. */
final class RunModelTest {
    @ParameterizedTest
    @CsvSource({
        "offline, offline, offline, offline, recent",
        "replay:/any/place/run, offline, offline, replay of offline, recent",
        "own/engineer.yaml, offline, offline, offline, recent",
        "gpt-4o, openai, gpt-4o-2024-08-06, gpt-4o,",
        "replay:/any/place/run, openai, gpt-4o-2024-08-06, replay of gpt-4o-2024-08-06,",
        "offline-llama, openai, offline-llama, offline-llama,"
    })
    void of_aRun_goesByTheRecordedProvider(
            String asked, String provider, String model, String name, @Nullable String profile)
            throws JsonProcessingException {
        assertThat(of("""
                {"configuration": {"model": {"name": "%s", "profile": "recent"}},
                 "models": {"coder": {"provider": "%s", "model": "%s"}}}
                """.formatted(asked, provider, model))).isEqualTo(new RunModel(name, profile));
    }

    @ParameterizedTest
    @CsvSource({"offline, recent", "gpt-4o,"})
    void of_aRunThatRecordedNoModels_goesByTheName(String asked, @Nullable String profile)
            throws JsonProcessingException {
        assertThat(of("{\"configuration\": {\"model\": {\"name\": \"%s\", \"profile\": \"recent\"}}}".formatted(asked)))
                .isEqualTo(new RunModel(asked, profile));
    }

    private static RunModel of(String runJson) throws JsonProcessingException {
        return RunModel.of(new ObjectMapper().readTree(runJson));
    }
}
