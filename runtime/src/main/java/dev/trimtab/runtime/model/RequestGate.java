package dev.trimtab.runtime.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a provider allows: how many requests a minute, and how many at once. Requests are spread evenly over the minute. Thread-safe.
 *
 * <p>An account at a provider is one, whichever run asks; so all runs of this process that ask a model at one address share a gate.
 */
final class RequestGate {
    private static final Map<String, RequestGate> SHARED = new ConcurrentHashMap<>();

    private final @Nullable Duration interval;
    private final @Nullable Semaphore places;
    private @Nullable Instant next;

    /**
     * @param perMinute requests a minute, at least 1; null: no limit
     * @param atOnce requests at once, at least 1; null: no limit
     */
    RequestGate(@Nullable Integer perMinute, @Nullable Integer atOnce) {
        this.interval = perMinute == null ? null : Duration.ofMinutes(1).dividedBy(perMinute);
        this.places = atOnce == null ? null : new Semaphore(atOnce, /* fair= */ true);
    }

    /** Returns the gate of a model at its address. */
    static RequestGate of(ModelConfig config, @Nullable String address) {
        ModelLimits limits = config.limits();
        String key = config.provider() + " " + address + " " + config.model() + " " + limits.requestsPerMinute() + " "
                + limits.concurrentRequests();
        return SHARED.computeIfAbsent(
                key, k -> new RequestGate(limits.requestsPerMinute(), limits.concurrentRequests()));
    }

    /** Books the next free moment for a request, and returns the time until then. */
    synchronized Duration book(InstantSource clock) {
        if (interval == null) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Instant start = next == null || next.isBefore(now) ? now : next;
        next = start.plus(interval);
        return Duration.between(now, start);
    }

    /**
     * Takes a place among the requests at once; returns whether there was one in time.
     *
     * @param most the longest wait; null: as long as it takes
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean enter(@Nullable Duration most) throws InterruptedException {
        if (places == null) {
            return true;
        }
        if (most == null) {
            places.acquire();
            return true;
        }
        return places.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives the place back. */
    void leave() {
        if (places != null) {
            places.release();
        }
    }
}
