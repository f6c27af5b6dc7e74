package dev.trimtab.runtime.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToIntFunction;

/** Token counts by text, so that what stays from prompt to prompt is counted once. */
final class CachedCounts {
    /** Characters of all texts that are kept. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Cache<String, Integer> counts = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, Integer count) -> text.length() + 1)
            .build();
    private final ToIntFunction<String> counter;

    CachedCounts(ToIntFunction<String> counter) {
        this.counter = counter;
    }

    int count(String text) {
        Integer known = counts.getIfPresent(text);
        if (known != null) {
            return known;
        }
        int counted = counter.applyAsInt(text);
        counts.put(text, counted);
        return counted;
    }
}
