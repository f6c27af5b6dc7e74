package dev.trimtab.runtime.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a file that say something nobody reads: one that was written and says other than what holds anyway is refused, since who wrote it waits
 * for its effect.
 *
 * @param layers what was written, lowest first
 * @param bound what they hold together
 * @param usual the same record as it is where nothing is written
 */
public record IdleKeys(List<Layer> layers, Record bound, Record usual) {
    /** Copies the list. */
    public IdleKeys {
        layers = List.copyOf(layers);
    }

    /**
     * Refuses a key that has no effect.
     *
     * @param key its dotted path
     * @param why completes "has no effect"
     * @throws ConfigException if it is written with a value of its own, naming the place
     */
    public void refuse(String key, String why) {
        if (Objects.equals(value(bound, key), value(usual, key))) {
            return;
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            Origin origin = written(layers.get(i).content(), key);
            if (origin != null) {
                throw new ConfigException(origin, key, "key '" + key + "' has no effect " + why);
            }
        }
    }

    private static @Nullable Object value(Record record, String key) {
        Object value = ConfigTree.of(record);
        for (String part : key.split("\\.", -1)) {
            value = value instanceof Map<?, ?> section ? section.get(part) : null;
        }
        return value;
    }

    private static @Nullable Origin written(ConfigNode.Mapping content, String key) {
        Origin origin = null;
        ConfigNode node = content;
        for (String part : key.split("\\.", -1)) {
            ConfigNode.Entry entry = node instanceof ConfigNode.Mapping section
                    ? section.entries().get(part)
                    : null;
            if (entry == null) {
                return null;
            }
            origin = entry.keyOrigin();
            node = entry.value();
        }
        return origin;
    }
}
