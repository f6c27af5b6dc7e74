package dev.trimtab.runtime.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a file that say something nobody reads: one that was written and says other than what holds anyway is refused, since who wrote it waits
 * for its effect.
 *
 * @param layers what was written, lowest first
 * @param bound what they hold together
 * @param usual the same record as it is where nothing is written
 * @param found takes each such key with its place; {@link #REFUSED} for what is new
 */
public record IdleKeys(List<Layer> layers, Record bound, Record usual, Consumer<ConfigException> found) {
    /** Throws what is found. */
    public static final Consumer<ConfigException> REFUSED = idle -> {
        throw idle;
    };

    /** Copies the list. */
    public IdleKeys {
        layers = List.copyOf(layers);
    }

    /** Refuses what is found. */
    public IdleKeys(List<Layer> layers, Record bound, Record usual) {
        this(layers, bound, usual, REFUSED);
    }

    /**
     * Refuses a key that has no effect.
     *
     * @param key its dotted path, or a section's; an item of a list as in {@code models[0].profile}
     * @param why completes "has no effect"
     * @throws ConfigException if it is written with a value of its own, naming the place, and such keys are refused
     */
    public void refuse(String key, String why) {
        if (Objects.equals(value(bound, key), value(usual, key))) {
            return;
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            Origin origin = written(layers.get(i).content(), key);
            if (origin != null) {
                found.accept(new ConfigException(origin, key, "key '" + key + "' has no effect " + why));
                return;
            }
        }
    }

    /**
     * Refuses what has no effect in a file with options over it. The file's keys are judged by the file as it stands, too: what only an option took
     * the effect from, such as the settings of a part that is left out for once, may stay.
     *
     * @param layers the file, then the options
     * @param usual the record as it is where nothing is written
     * @param idle of layers, what has no effect: by key, what completes "has no effect"
     * @throws ConfigException if one is written with a value of its own, naming the place
     */
    public static void refuseAll(List<Layer> layers, Record usual, Function<List<Layer>, Map<String, String>> idle) {
        Map<String, String> now = idle.apply(layers);
        Record bound = new ConfigLoader().load(layers, usual);
        IdleKeys options = new IdleKeys(layers.subList(1, layers.size()), bound, usual);
        now.forEach(options::refuse);
        List<Layer> file = layers.subList(0, 1);
        if (now.keySet().stream().anyMatch(key -> written(file.get(0).content(), key) != null)) {
            Map<String, String> alone = idle.apply(file);
            IdleKeys keys = new IdleKeys(file, new ConfigLoader().load(file, usual), usual);
            now.forEach((key, why) -> {
                if (alone.containsKey(key)) {
                    keys.refuse(key, why);
                }
            });
        }
    }

    private static @Nullable Object value(Record record, String key) {
        Object value = ConfigTree.of(record);
        for (String part : parts(key)) {
            if (value instanceof List<?> items) {
                int index = Integer.parseInt(part);
                value = index < items.size() ? items.get(index) : null;
            } else {
                value = value instanceof Map<?, ?> section ? section.get(part) : null;
            }
        }
        return value;
    }

    private static @Nullable Origin written(ConfigNode.Mapping content, String key) {
        Origin origin = null;
        ConfigNode node = content;
        for (String part : parts(key)) {
            if (node instanceof ConfigNode.Sequence list) {
                int index = Integer.parseInt(part);
                node = index < list.items().size() ? list.items().get(index) : null;
            } else {
                ConfigNode.Entry entry = node instanceof ConfigNode.Mapping section
                        ? section.entries().get(part)
                        : null;
                origin = entry == null ? null : entry.keyOrigin();
                node = entry == null ? null : entry.value();
            }
            if (node == null) {
                return null;
            }
        }
        return origin;
    }

    /** Returns the names and the indices of a path. */
    private static String[] parts(String key) {
        return key.replace("]", "").split("[.\\[]", -1);
    }
}
