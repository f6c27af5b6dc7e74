package dev.trimtab.runtime.model.offline.profile;

import java.util.List;

/**
 * How likely a fact is read, by where it stands.
 *
 * @param depths recall at evenly spaced depths of the context, from its start to its end, each in [0,1]; one value is the same everywhere
 * @param fullEffectTokens context length in tokens from which {@code depths} holds in full; shorter contexts lose proportionally less; 0 for any
 * @param halfLifeTokens distance from the end over which recall halves, 0 for never
 */
public record Attention(List<Double> depths, int fullEffectTokens, int halfLifeTokens) {
    /** Checks the ranges. */
    public Attention {
        depths = List.copyOf(depths);
        if (depths.isEmpty() || depths.stream().anyMatch(d -> d < 0 || d > 1)) {
            throw new IllegalArgumentException("depths must be recalls in [0,1] but were " + depths);
        }
        if (fullEffectTokens < 0 || halfLifeTokens < 0) {
            throw new IllegalArgumentException(
                    "tokens must be >= 0 but were " + fullEffectTokens + " and " + halfLifeTokens);
        }
    }

    /**
     * Returns the probability that a fact is read.
     *
     * @param position where it stands, in tokens from the start, at least 0
     * @param total length of the context in tokens
     */
    public double recall(int position, int total) {
        double depth = total <= 0 ? 1 : Math.min(1, Math.max(0, (double) position / total));
        double at = depth * (depths.size() - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(depths.size() - 1, below + 1);
        double atDepth = depths.get(below) + (at - below) * (depths.get(above) - depths.get(below));
        double effect = fullEffectTokens == 0 ? 1 : Math.min(1, (double) total / fullEffectTokens);
        double lost = (1 - atDepth) * effect;
        double fading =
                halfLifeTokens == 0 ? 1 : Math.pow(0.5, (double) Math.max(0, total - position) / halfLifeTokens);
        return (1 - lost) * fading;
    }
}
