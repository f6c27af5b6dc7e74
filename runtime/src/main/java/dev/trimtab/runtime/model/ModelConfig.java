package dev.trimtab.runtime.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model and how to reach it; a file in {@code configs/models}.
 *
 * @param provider whose protocol it speaks
 * @param model the name that the server knows it by
 * @param baseUrl where the server is; null: the provider's own, or for OpenAI's protocol the environment's {@code OPENAI_BASE_URL}
 * @param apiKeyEnv the environment variable that holds the key; null: none is sent
 * @param temperature what is sent when a request names none; null: the provider's default
 * @param limits how much it takes and gives
 * @param prices what it costs
 * @param features what it understands
 */
public record ModelConfig(
        ModelProvider provider,
        String model,
        @Nullable String baseUrl,
        @Nullable String apiKeyEnv,
        @Nullable Double temperature,
        ModelLimits limits,
        ModelPrices prices,
        ModelFeatures features) {
    /** The form of a server's address. */
    static final String ADDRESS = "https?://\\S+";

    /** Checks the name, the temperature and the address. */
    public ModelConfig {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must not be blank");
        }
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature must be >= 0 and <= 2 but was " + temperature);
        }
        if (baseUrl != null && baseUrl.matches("https?://[^/]*@.*")) {
            throw new IllegalArgumentException(
                    "base-url must hold no user and no password; a key belongs into the variable that api-key-env names");
        }
        if (baseUrl != null && !baseUrl.matches(ADDRESS)) {
            throw new IllegalArgumentException("base-url must begin with http:// or https:// but was " + baseUrl);
        }
    }

    /** Returns this model with another temperature. */
    public ModelConfig withTemperature(double other) {
        return new ModelConfig(provider, model, baseUrl, apiKeyEnv, other, limits, prices, features);
    }

    /** Returns what a file of this model says that says only what it must. */
    ModelConfig plain() {
        ModelLimits least = new ModelLimits(
                limits.contextWindow(),
                limits.maxOutputTokens(),
                MaxOutputParameter.MAX_TOKENS,
                Duration.ofMinutes(10),
                null,
                null,
                null);
        return new ModelConfig(provider, model, null, null, null, least, prices, ModelFeatures.COMMON);
    }

    /** Returns a model of another name and key on the same terms. */
    ModelConfig named(String other, @Nullable String keyVariable) {
        return new ModelConfig(provider, other, baseUrl, keyVariable, temperature, limits, prices, features);
    }

    /** Returns this model behind another server. */
    ModelConfig at(String address) {
        return new ModelConfig(provider, model, address, apiKeyEnv, temperature, limits, prices, features);
    }

    /** Returns this model with other prices. */
    public ModelConfig withPrices(ModelPrices other) {
        return new ModelConfig(provider, model, baseUrl, apiKeyEnv, temperature, limits, other, features);
    }
}
