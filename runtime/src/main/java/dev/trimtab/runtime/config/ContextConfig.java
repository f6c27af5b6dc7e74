package dev.trimtab.runtime.config;

/**
 * How much a model call may hold.
 *
 * @param tokens the whole window: frame, items and output reserve; at least 1024
 * @param outputReserve tokens of the window kept free for the reply, at least 1 and below {@code tokens}
 */
public record ContextConfig(int tokens, int outputReserve) {
    public ContextConfig {
        Ranges.atLeast("tokens", tokens, 1024);
        Ranges.atLeast("output-reserve", outputReserve, 1);
        if (outputReserve >= tokens) {
            throw new IllegalArgumentException(
                    "output-reserve must be below tokens (" + tokens + ") but was " + outputReserve);
        }
    }
}
