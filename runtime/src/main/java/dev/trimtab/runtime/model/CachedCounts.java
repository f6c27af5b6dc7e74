package dev.trimtab.runtime.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trimtab.runtime.Sha256;
import java.util.function.ToIntFunction;

/** Token counts by text, so that what stays from prompt to prompt is counted once. */
final class CachedCounts {
    /** Most characters of a text that is kept as its own key; a longer one is kept by its hash. */
    private static final int LONGEST_KEY = 300;

    private static final int ENTRIES = 20_000;

    private final Cache<String, Integer> counts =
            Caffeine.newBuilder().maximumSize(ENTRIES).build();
    private final ToIntFunction<String> counter;

    CachedCounts(ToIntFunction<String> counter) {
        this.counter = counter;
    }

    int count(String text) {
        String key = text.length() > LONGEST_KEY ? Sha256.of(text) : text;
        Integer known = counts.getIfPresent(key);
        if (known != null) {
            return known;
        }
        int counted = counter.applyAsInt(text);
        counts.put(key, counted);
        return counted;
    }
}
