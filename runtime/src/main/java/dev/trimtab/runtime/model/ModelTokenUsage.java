package dev.trimtab.runtime.model;

import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Token usage under one definition for all providers: input counts everything the model read, cached or not; output counts
 * everything it wrote, thinking included.
 *
 * <p>OpenAI's prompt count includes cached tokens, Anthropic's input count leaves both cached and newly cached ones out, and
 * Google's output count leaves thoughts out; {@link #of} brings them to this definition.
 */
public final class ModelTokenUsage extends TokenUsage {
    private final int cached;

    /**
     * @param input tokens read, cached ones included
     * @param output tokens written
     * @param cached those of the input that were read from the provider's cache, at most {@code input}
     */
    public ModelTokenUsage(int input, int output, int cached) {
        super(input, output, input + output);
        if (input < 0 || output < 0 || cached < 0 || cached > input) {
            throw new IllegalArgumentException("token usage must have 0 <= cached <= input and 0 <= output, not "
                    + cached + ", " + input + ", " + output);
        }
        this.cached = cached;
    }

    /**
     * Normalises a provider's own usage.
     *
     * @param usage as reported, or null
     * @return null if the input or the output count is missing
     */
    public static @Nullable ModelTokenUsage of(@Nullable TokenUsage usage) {
        if (usage instanceof ModelTokenUsage normalised) {
            return normalised;
        }
        if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
            return null;
        }
        int input = usage.inputTokenCount();
        int output = usage.outputTokenCount();
        int cached = 0;
        if (usage instanceof OpenAiTokenUsage openAi && openAi.inputTokensDetails() != null) {
            cached = orZero(openAi.inputTokensDetails().cachedTokens());
        } else if (usage instanceof AnthropicTokenUsage anthropic) {
            cached = orZero(anthropic.cacheReadInputTokens());
            input += cached + orZero(anthropic.cacheCreationInputTokens());
        } else if (usage instanceof GoogleAiGeminiTokenUsage google) {
            cached = orZero(google.cachedContentTokenCount());
            output += orZero(google.thoughtsTokenCount());
        }
        return new ModelTokenUsage(input, output, Math.min(cached, input));
    }

    /** Those of the input that were read from the provider's cache. */
    public int cachedInputTokenCount() {
        return cached;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelTokenUsage that && super.equals(that) && cached == that.cached;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), cached);
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : Math.max(0, value);
    }
}
