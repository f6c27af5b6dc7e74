package dev.trimtab.runtime.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.trimtab.runtime.Secret;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.http.OkHttpTransport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds chat models from their configuration: metered, retried, by LangChain4j over {@link OkHttpTransport}. */
public final class ChatModels {
    private static final String OPENAI_BASE_URL = "OPENAI_BASE_URL";

    private final Map<String, String> environment;

    /** @param environment where keys come from, such as {@code System.getenv()} */
    public ChatModels(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Returns the counter that fits a model: exact if its encoding is known, else an over-estimate. */
    public static CalibratedTokenCounter counter(ModelConfig config) {
        return counter(List.of(config));
    }

    /** Returns the counter for prompts that may go to any of several models: the largest count of all of them. */
    public static CalibratedTokenCounter counter(List<ModelConfig> configs) {
        Map<String, TokenCounter> counters = new TreeMap<>();
        for (ModelConfig config : configs) {
            TokenCounter counter = uncalibrated(config.limits().tokenEncoding());
            counters.putIfAbsent(counter.name(), counter);
        }
        TokenCounter texts = counters.size() == 1
                ? counters.values().iterator().next()
                : new LargestTokenCounter(List.copyOf(counters.values()));
        boolean written =
                configs.stream().anyMatch(config -> config.features().toolChoice() == ToolChoiceStyle.WRITTEN);
        return new CalibratedTokenCounter(written ? new WrittenTokenCounter(texts) : texts);
    }

    private static TokenCounter uncalibrated(@Nullable String encoding) {
        return encoding == null ? new EstimatingTokenCounter() : JTokkitTokenCounter.of(encoding);
    }

    /**
     * Returns a model of a provider, metered and retried.
     *
     * @throws UserError if the key is not in the environment
     */
    public ChatModel create(ModelConfig config, ModelSession session) {
        ChatModel provider = provider(config, session.clock(), session.meter()::remainingTime);
        RequestGate gate = RequestGate.of(config, baseUrl(config));
        return metered(
                new PacedChatModel(provider, gate, session.meter(), session.sleeper(), session.clock()),
                config,
                session);
    }

    /** Returns a model that makes the calls of another metered and retried, such as the offline engineer's. */
    public static ChatModel metered(ChatModel model, ModelConfig config, ModelSession session) {
        ChatModel retrying = new RetryingChatModel(
                model, session.retries(), session.meter(), session.sleeper(), session.jitter(), session.listener());
        return new MeteredChatModel(retrying, config, session.meter(), session.counter(), session.listener());
    }

    /**
     * Returns a model that makes one attempt a call.
     *
     * @param remaining the wall time left to the run; it gives null for no limit
     * @throws UserError if the key is not in the environment
     */
    public ChatModel provider(ModelConfig config, InstantSource clock, Supplier<@Nullable Duration> remaining) {
        String key = key(config);
        HttpClientBuilder http = OkHttpTransport.builder(clock, remaining);
        ChatModel client = switch (config.provider()) {
            case OPENAI -> openAi(config, key, http);
            case ANTHROPIC -> anthropic(config, key, http);
            case GOOGLE -> google(config, key, http);
            case OFFLINE -> throw new IllegalArgumentException("the offline engineer has no server");
        };
        return new ProviderChatModel(client, config, baseUrl(config), new Secret(key));
    }

    /**
     * Returns where a model's requests go, for what is printed before the first call; null: the provider's own address.
     *
     * @throws UserError if the environment names no address
     */
    public @Nullable String baseUrl(ModelConfig config) {
        String override = environment.getOrDefault(OPENAI_BASE_URL, "").strip();
        boolean overridden =
                config.provider() == ModelProvider.OPENAI && config.baseUrl() == null && !override.isEmpty();
        if (overridden && !override.matches(ModelConfig.ADDRESS)) {
            throw new UserError(OPENAI_BASE_URL + " must begin with http:// or https:// but is \"" + override + "\"");
        }
        return overridden ? override : config.baseUrl();
    }

    private ChatModel openAi(ModelConfig config, @Nullable String key, HttpClientBuilder http) {
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .modelName(config.model())
                .apiKey(key)
                .temperature(temperature(config))
                .timeout(config.limits().timeout())
                .maxRetries(0);
        String url = baseUrl(config);
        if (url != null) {
            builder.baseUrl(url);
        }
        if (config.limits().maxOutputParameter() == MaxOutputParameter.MAX_COMPLETION_TOKENS) {
            return builder.maxCompletionTokens(config.limits().maxOutputTokens())
                    .build();
        }
        return builder.maxTokens(config.limits().maxOutputTokens()).build();
    }

    private static ChatModel anthropic(ModelConfig config, @Nullable String key, HttpClientBuilder http) {
        AnthropicChatModel.AnthropicChatModelBuilder builder = AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .modelName(config.model())
                .apiKey(key)
                .temperature(temperature(config))
                .maxTokens(config.limits().maxOutputTokens())
                .timeout(config.limits().timeout())
                .maxRetries(0);
        if (config.baseUrl() != null) {
            builder.baseUrl(config.baseUrl());
        }
        return builder.build();
    }

    private static ChatModel google(ModelConfig config, @Nullable String key, HttpClientBuilder http) {
        GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder builder = GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(http)
                .modelName(config.model())
                .apiKey(key)
                .temperature(temperature(config))
                .maxOutputTokens(config.limits().maxOutputTokens())
                .timeout(config.limits().timeout())
                .maxRetries(0);
        if (config.baseUrl() != null) {
            builder.baseUrl(config.baseUrl());
        }
        return builder.build();
    }

    private static @Nullable Double temperature(ModelConfig config) {
        return config.features().temperature() ? config.temperature() : null;
    }

    private @Nullable String key(ModelConfig config) {
        if (config.apiKeyEnv() == null) {
            return null;
        }
        String key = environment.getOrDefault(config.apiKeyEnv(), "").strip();
        if (key.isEmpty()) {
            throw new UserError("model " + config.model() + " needs a key and the environment variable "
                    + config.apiKeyEnv() + " is not set: export " + config.apiKeyEnv()
                    + "=<your key>, or use --model offline, which needs none");
        }
        return key;
    }
}
