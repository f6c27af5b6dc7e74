package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpClientBuilderFactory;
import dev.langchain4j.http.client.HttpClientBuilderLoader;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.model.failure.ModelFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChatModelsTest {
    private static final Path PRESETS =
            Path.of(System.getProperty("trimtab.home", "..")).resolve("configs/models");

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    /** Stand-ins for the clients of other artifacts that a user may add. */
    public static final class FirstFactory implements HttpClientBuilderFactory {
        @Override
        public HttpClientBuilder create() {
            throw new AssertionError("another HTTP client was used");
        }
    }

    /** The second one. */
    public static final class SecondFactory implements HttpClientBuilderFactory {
        @Override
        public HttpClientBuilder create() {
            throw new AssertionError("another HTTP client was used");
        }
    }

    @Test
    void model_withTwoOtherHttpFactoriesOnTheClassPath_usesOurs(@TempDir Path folder) throws IOException {
        Path services = folder.resolve(HttpClientBuilderFactory.class.getName());
        Files.write(services, List.of(FirstFactory.class.getName(), SecondFactory.class.getName()));
        URL file = services.toUri().toURL();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.endsWith(HttpClientBuilderFactory.class.getName())
                        ? Collections.enumeration(List.of(file))
                        : super.getResources(name);
            }
        });
        try {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(HttpClientBuilderLoader::loadHttpClientBuilder);
            server.answersOk();
            assertThat(server.model().chat(ModelServer.hello()).aiMessage().text())
                    .isEqualTo("fine");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelProvider.class,
            names = {"OPENAI", "ANTHROPIC", "GOOGLE"})
    void key_isSentInAHeaderOnlyAndNeverInAFailure(ModelProvider provider) {
        server.answers(401, "{\"error\":{\"message\":\"Incorrect API key provided: " + ModelServer.KEY + "\"}}");
        ModelConfig config = server.config(provider, ToolChoiceStyle.REQUIRED);
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> server.model(config, new BudgetMeter(BudgetLimits.NONE, server.clock))
                        .chat(ModelServer.hello()))
                .withMessageContaining("***")
                .satisfies(e -> assertThat(trace(e)).doesNotContain(ModelServer.KEY));
        var request = server.taken();
        assertThat(request.getHeaders().toMultimap().toString()).contains(ModelServer.KEY);
        assertThat(request.getTarget() + request.getBody().utf8()).doesNotContain(ModelServer.KEY);
        assertThat(config.toString()).doesNotContain(ModelServer.KEY);
    }

    @Test
    void key_missingOrBlank_isAUserErrorThatNamesTheVariable() {
        ModelConfig config = server.config(ModelProvider.OPENAI, ToolChoiceStyle.REQUIRED);
        for (Map<String, String> environment : List.of(Map.<String, String>of(), Map.of("SOME_KEY", "  "))) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> new ChatModels(environment).provider(config, server.clock, () -> null))
                    .withMessageContaining("SOME_KEY");
        }
    }

    @Test
    void baseUrl_fromTheEnvironment_isForOpenAiPresetsWithoutOne() {
        ChatModels models = new ChatModels(Map.of("OPENAI_BASE_URL", "http://localhost:1/v1"));
        ModelPresets presets = new ModelPresets(PRESETS);
        assertThat(models.baseUrl(presets.load("gpt-4o"))).isEqualTo("http://localhost:1/v1");
        assertThat(models.baseUrl(presets.load("llama-3.1-405b"))).startsWith("https://openrouter.ai");
        assertThat(models.baseUrl(presets.load("claude-3-5-sonnet"))).isNull();
    }

    @Test
    void presets_allLoadAndBuild() {
        ModelPresets presets = new ModelPresets(PRESETS);
        Map<String, String> keys = Map.of(
                "OPENAI_API_KEY", "k", "ANTHROPIC_API_KEY", "k", "OPENROUTER_API_KEY", "k", "GEMINI_API_KEY", "k");
        assertThat(presets.names()).contains("gpt-4o", "gpt-4o-mini", "o1-preview", "claude-3-5-sonnet", "offline");
        for (String name : presets.names()) {
            ModelConfig config = presets.load(name);
            assertThat(config.prices().known())
                    .as("whoever serves a model without a file asks what he likes")
                    .isEqualTo(!name.equals("openai-compatible"));
            assertThat(ChatModels.counter(config).count("hello world")).isPositive();
            if (config.provider() != ModelProvider.OFFLINE) {
                assertThat(new ChatModels(keys).provider(config, server.clock, () -> null))
                        .isNotNull();
            }
        }
        assertThat(presets.load("o1-preview").features())
                .isEqualTo(new ModelFeatures(false, false, true, ToolChoiceStyle.NONE));
        assertThat(presets.load("gpt-4o").limits().timeout()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, OPENAI_API_KEY, ",
        "gpt-4o-mini, OPENAI_API_KEY, ",
        "o1-preview, OPENAI_API_KEY, ",
        "claude-3-5-sonnet, ANTHROPIC_API_KEY, ",
        "gemini-1.5-pro, GEMINI_API_KEY, ",
        "gpt-5.5, OPENAI_API_KEY, ",
        "claude-sonnet-5-5, ANTHROPIC_API_KEY, ",
        "claude-haiku-4-5, ANTHROPIC_API_KEY, ",
        "gemini-3.6-flash, GEMINI_API_KEY, ",
        "llama-3.1-405b, OPENROUTER_API_KEY, https://openrouter.ai/api/v1",
    })
    void preset_takesItsProvidersKeyAndGoesThere(String name, String variable, @Nullable String url) {
        ModelConfig config = new ModelPresets(PRESETS).load(name);
        assertThat(config.apiKeyEnv()).isEqualTo(variable);
        assertThat(config.baseUrl()).isEqualTo(url);
    }

    @Test
    void o1Preview_isAskedWithoutSystemRoleTemperatureAndWithItsOwnLimit() {
        ModelConfig preset = new ModelPresets(PRESETS).load("o1-preview");
        ModelConfig here = new ModelConfig(
                preset.provider(),
                preset.model(),
                server.url(),
                preset.apiKeyEnv(),
                0.5,
                preset.limits(),
                preset.prices(),
                preset.features());
        server.answersOk();
        new ChatModels(Map.of("OPENAI_API_KEY", ModelServer.KEY))
                .provider(here, server.clock, () -> null)
                .chat(ModelServer.hello());
        JsonNode body = ChatJson.parse(server.taken().getBody().utf8());
        assertThat(body.findValuesAsText("role")).containsExactly("user");
        assertThat(body.has("temperature")).isFalse();
        assertThat(body.has("max_tokens")).isFalse();
        assertThat(body.path("max_completion_tokens").intValue()).isEqualTo(32768);
    }

    @Test
    void preset_unknown_isAUserErrorThatNamesTheKnownOnes() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new ModelPresets(PRESETS).load("gpt-5o"))
                .withMessageContainingAll("gpt-5o", "gpt-4o-mini");
    }

    @Test
    void preset_byPath_isLoaded(@TempDir Path folder) throws IOException {
        Path file = Files.copy(PRESETS.resolve("vllm.yaml"), folder.resolve("mine.yaml"));
        assertThat(new ModelPresets(PRESETS).load(file.toString())).isEqualTo(new ModelPresets(PRESETS).load("vllm"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, true, key and the name some-model work",
        "401, false, SOME_KEY",
        "404, false, base-url",
        "500, false, may pass",
    })
    void probe_saysInPlainWordsWhatWorks(int status, boolean usable, String words) {
        String call = "\"content\":null,\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":"
                + "{\"name\":\"report_ready\",\"arguments\":\"{}\"}}]";
        String usage = "\"usage\":{\"prompt_tokens\":50,\"completion_tokens\":3}";
        server.answers(status, status == 200 ? ModelServer.openAiReply(call, "tool_calls", usage) : "{}");
        ModelProbe.Report report = probe();
        assertThat(report.usable()).isEqualTo(usable);
        assertThat(String.join("\n", report.lines())).contains(words).doesNotContain(ModelServer.KEY);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void probe_ofAModelThatIgnoresFunctions_saysSo() {
        server.answersOk();
        ModelProbe.Report report = probe();
        assertThat(report.usable()).isFalse();
        assertThat(report.lines()).anyMatch(line -> line.startsWith("Functions do not work"));
    }

    private ModelProbe.Report probe() {
        ModelConfig config = server.config(ModelProvider.OPENAI, ToolChoiceStyle.NAMED);
        ChatModels models = new ChatModels(Map.of("SOME_KEY", ModelServer.KEY));
        return new ModelProbe(config, models.provider(config, server.clock, () -> null), ChatModels.counter(config))
                .run();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
