package dev.trimtab.runtime.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trimtab.runtime.Sha256;
import java.util.function.ToIntFunction;

/** Token counts by text hash, so that the long unchanged parts of a growing prompt are counted once. */
final class CachedCounts {
    /** Below this many characters counting costs less than hashing and looking up. */
    private static final int SHORTEST = 200;

    private static final int ENTRIES = 20_000;

    private final Cache<String, Integer> counts =
            Caffeine.newBuilder().maximumSize(ENTRIES).build();
    private final ToIntFunction<String> counter;

    CachedCounts(ToIntFunction<String> counter) {
        this.counter = counter;
    }

    int count(String text) {
        if (text.length() < SHORTEST) {
            return counter.applyAsInt(text);
        }
        String key = Sha256.of(text);
        Integer known = counts.getIfPresent(key);
        if (known != null) {
            return known;
        }
        int counted = counter.applyAsInt(text);
        counts.put(key, counted);
        return counted;
    }
}
