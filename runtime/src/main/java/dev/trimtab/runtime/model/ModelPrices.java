package dev.trimtab.runtime.model;

import dev.trimtab.runtime.config.Default;
import org.jspecify.annotations.Nullable;

/**
 * US dollars for a million tokens, as copied from a provider's page: they change, and {@code --max-cost} is only as right as they are.
 *
 * @param input for prompt tokens, at least 0
 * @param cachedInput for prompt tokens read from the provider's cache; null: as {@code input}
 * @param output for reply tokens, at least 0
 * @param checked the date on which they were copied, or a word on why there are none
 */
public record ModelPrices(
        @Default("0") double input,
        @Nullable Double cachedInput,
        @Default("0") double output,
        @Default(ModelPrices.UNKNOWN) String checked) {
    /** A model that costs nothing. */
    public static final ModelPrices FREE = new ModelPrices(0, null, 0, "free");

    private static final String UNKNOWN = "unknown";
    private static final double UNIT = 1_000_000;

    public ModelPrices {
        if (!(input >= 0)) {
            throw new IllegalArgumentException("input must be >= 0 but was " + input);
        }
        if (cachedInput != null && !(cachedInput >= 0)) {
            throw new IllegalArgumentException("cached-input must be >= 0 but was " + cachedInput);
        }
        if (!(output >= 0)) {
            throw new IllegalArgumentException("output must be >= 0 but was " + output);
        }
    }

    /** Returns whether anybody stated them: zero prices of which nothing is said may be those of a model that does cost. */
    public boolean known() {
        return input > 0 || output > 0 || !checked.equals(UNKNOWN);
    }

    /** Returns the US dollars that a call cost. */
    public double of(ModelTokenUsage usage) {
        int cached = usage.cachedInputTokenCount();
        double cachedPrice = cachedInput == null ? input : cachedInput;
        return ((usage.inputTokenCount() - cached) * input + cached * cachedPrice + usage.outputTokenCount() * output)
                / UNIT;
    }

    /** Returns the most US dollars that a call can cost. */
    public double worst(long inputTokens, long outputTokens) {
        return (inputTokens * Math.max(input, cachedInput == null ? 0 : cachedInput) + outputTokens * output) / UNIT;
    }
}
