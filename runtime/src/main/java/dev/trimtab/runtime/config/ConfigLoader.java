package dev.trimtab.runtime.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Loads YAML configuration as records.
 *
 * <p>A component {@code maxDebugDepth} is the key {@code max-debug-depth} ({@link Key} names another), a nested record is
 * a section. Supported are {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double} ({@code .inf} too),
 * their boxes, enums as lower-kebab words, {@code Path}, {@code Duration} as {@code 90s}, {@link ByteSize} as
 * {@code 2GiB}, any class with {@code public static T parse(String)} that throws {@code IllegalArgumentException} with the
 * kind of value expected, {@code Optional}, {@code List}, {@code Set}, {@code Map}, and {@code Object} for free values.
 *
 * <p>An absent key takes, in this order: the given default record's value; null if the component is {@code @Nullable};
 * its {@link Default}; an empty collection or optional; for a section whose keys can all be absent, that section. Else it
 * is an error, as are unknown keys and values of the wrong kind. An {@code IllegalArgumentException} of a compact
 * constructor is reported at the line of the first key that its message names, or of a path below it that stands there in
 * quotes.
 */
public final class ConfigLoader {
    /**
     * Returns the record that one file holds.
     *
     * @throws ConfigException naming file, line and key if it does not hold one
     */
    public <T extends Record> T load(Path file, Class<T> type) {
        return load(List.of(Layer.file(file)), type);
    }

    /**
     * Returns the record that several layers hold together; sections and maps merge key by key, a list is replaced.
     *
     * @param layers lowest first: reference, preset, file, options
     * @throws ConfigException naming file, line and key, or the option
     */
    public <T extends Record> T load(List<Layer> layers, Class<T> type) {
        return type.cast(new RecordBinder(type).bindRecord(merge(layers), type, "", null));
    }

    /**
     * Returns the record that several layers hold together, where an absent key has the value it has in {@code defaults}.
     *
     * @param layers lowest first
     * @throws ConfigException naming file, line and key, or the option
     */
    public <T extends Record> T load(List<Layer> layers, T defaults) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) defaults.getClass();
        return type.cast(new RecordBinder(type).bindRecord(merge(layers), type, "", Objects.requireNonNull(defaults)));
    }

    /**
     * Returns the record that one top-level section of the layers holds, such as a scaffold's own; an absent section is
     * an empty one.
     *
     * @param layers lowest first
     * @param name the section's key
     * @throws ConfigException naming file, line and key, or the option
     */
    public <T extends Record> T section(List<Layer> layers, String name, Class<T> type) {
        return type.cast(new RecordBinder(type).bindRecord(merge(layers).section(name), type, name, null));
    }

    private static ConfigNode.Mapping merge(List<Layer> layers) {
        return layers.stream()
                .map(Layer::content)
                .reduce(ConfigNode.Mapping::overlaidBy)
                .orElseGet(() -> new ConfigNode.Mapping(new Origin("configuration", 0), Map.of()));
    }
}
