package dev.trimtab.runtime.model;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often a failed model call is made again, and after what wait: what the server asks for, else full-jitter exponential
 * backoff (uniform between 0 and {@code base * 2^(n-1)}, at most {@code longest}, before attempt n+1; at a rate limit not below half of that).
 *
 * @param attempts in all, at least 1
 * @param base bound of the first wait
 * @param longest bound of every later wait
 * @param longestAsked bound of a wait that the server asks for
 */
public record RetryPolicy(int attempts, Duration base, Duration longest, Duration longestAsked) {
    /** Six attempts, waits bounded by 2, 4, 8, 16, 32 s, at most 300 s if the server asks. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(6, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(5));

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be >= 1 but was " + attempts);
        }
    }

    /**
     * Returns the wait after an attempt.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param limited whether the server refused for its rate limit
     * @param asked what the server asked for, or null
     * @param random what draws the jitter
     */
    Duration waitAfter(int attempt, boolean limited, @Nullable Duration asked, RandomGenerator random) {
        if (asked != null) {
            return asked.compareTo(longestAsked) < 0 ? asked : longestAsked;
        }
        long bound = Math.min(longest.toMillis(), base.toMillis() << Math.min(attempt - 1, 20));
        long least = limited ? bound / 2 : 0;
        return Duration.ofMillis(least + random.nextLong(bound - least + 1));
    }
}
