package dev.trimtab.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * How much a model call may hold.
 *
 * @param tokens the whole window: frame, items and output reserve; at least 1024
 * @param outputReserve tokens of the window kept free for the reply, at least 1 and below {@code tokens}
 * @param memoryTokens most tokens of optional items, at least 0; null: what the window leaves
 */
public record ContextConfig(
        int tokens, int outputReserve, @Nullable Integer memoryTokens) {
    public ContextConfig {
        Ranges.atLeast("tokens", tokens, 1024);
        if (memoryTokens != null) {
            Ranges.atLeast("memory-tokens", memoryTokens, 0);
        }
        Ranges.atLeast("output-reserve", outputReserve, 1);
        if (outputReserve >= tokens) {
            throw new IllegalArgumentException(
                    "output-reserve must be below tokens (" + tokens + ") but was " + outputReserve);
        }
    }
}
