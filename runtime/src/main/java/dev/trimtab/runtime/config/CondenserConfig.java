package dev.trimtab.runtime.config;

/**
 * How OpenHands' condensers cut a history of events; an action and its observation are two events.
 *
 * @param keepFirst events at the beginning that are always kept, at least 0 and below half of {@code maxSize}
 * @param maxSize events beyond which the history is cut, at least 2
 * @param attentionWindow newest events whose observations are not masked, at least 0
 * @param maxEventLength characters of an event that a model is asked about, at least 1
 */
public record CondenserConfig(
        @Default("1") int keepFirst,
        @Default("100") int maxSize,
        @Default("100") int attentionWindow,
        @Default("10000") int maxEventLength) {
    /** OpenHands' own. */
    public static final CondenserConfig DEFAULT = new CondenserConfig(1, 100, 100, 10_000);

    /** Checks the ranges. */
    public CondenserConfig {
        Ranges.atLeast("keep-first", keepFirst, 0);
        Ranges.atLeast("max-size", maxSize, 2);
        Ranges.atLeast("attention-window", attentionWindow, 0);
        Ranges.atLeast("max-event-length", maxEventLength, 1);
        if (keepFirst >= maxSize / 2) {
            throw new IllegalArgumentException(
                    "keep-first must be below half of max-size (" + maxSize + ") but was " + keepFirst);
        }
    }
}
