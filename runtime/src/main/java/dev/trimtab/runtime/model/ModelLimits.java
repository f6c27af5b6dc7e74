package dev.trimtab.runtime.model;

import dev.trimtab.runtime.config.Default;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a model takes and gives.
 *
 * @param contextWindow tokens of prompt and reply together, at least 1
 * @param maxOutputTokens the longest reply that is ever asked for, at least 1
 * @param maxOutputParameter how OpenAI's protocol is told so
 * @param timeout of one attempt, over 0
 * @param tokenEncoding JTokkit's name of the model's encoding; null: counted by a measured over-estimate
 * @param requestsPerMinute attempts a minute by all runs of a process, at least 1; null: no limit
 * @param concurrentRequests attempts at once by all runs of a process, at least 1; null: no limit
 */
public record ModelLimits(
        int contextWindow,
        int maxOutputTokens,
        @Default("max-tokens") MaxOutputParameter maxOutputParameter,
        @Default("10m") Duration timeout,
        @Nullable String tokenEncoding,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer concurrentRequests) {
    public ModelLimits {
        if (contextWindow < 1) {
            throw new IllegalArgumentException("context-window must be >= 1 but was " + contextWindow);
        }
        if (maxOutputTokens < 1 || maxOutputTokens > contextWindow) {
            throw new IllegalArgumentException(
                    "max-output-tokens must be >= 1 and <= context-window but was " + maxOutputTokens);
        }
        requireLimit("requests-per-minute", requestsPerMinute);
        requireLimit("concurrent-requests", concurrentRequests);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be > 0s but was " + timeout);
        }
    }

    private static void requireLimit(String name, @Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException(name + " must be >= 1 but was " + limit);
        }
    }

    /**
     * Returns the most tokens of a reply.
     *
     * @param asked the most that a request asks for; null where it does not say
     */
    int longestReply(@Nullable Integer asked) {
        return asked == null ? maxOutputTokens : Math.min(asked, maxOutputTokens);
    }
}
