package dev.trimtab.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * How much a model call may hold.
 *
 * @param tokens the whole window: frame, items and output reserve; at least 1024; null: as much as the models take
 * @param outputReserve tokens of the window kept free for the reply, and the longest reply asked for; at least 1 and below {@code tokens};
 *     null: the model's longest reply
 * @param memoryTokens most tokens of optional items, at least 0; null: what the window leaves
 * @param shrink whether a prompt that the server refuses as too long is made again, smaller; else the run ends
 */
public record ContextConfig(
        @Nullable Integer tokens,
        @Nullable Integer outputReserve,
        @Nullable Integer memoryTokens,
        @Default("true") boolean shrink) {
    public ContextConfig {
        if (tokens != null) {
            Ranges.atLeast("tokens", tokens, 1024);
        }
        if (memoryTokens != null) {
            Ranges.atLeast("memory-tokens", memoryTokens, 0);
        }
        if (outputReserve != null) {
            Ranges.atLeast("output-reserve", outputReserve, 1);
            if (tokens != null && outputReserve >= tokens) {
                throw new IllegalArgumentException(
                        "output-reserve must be below tokens (" + tokens + ") but was " + outputReserve);
            }
        }
    }
}
