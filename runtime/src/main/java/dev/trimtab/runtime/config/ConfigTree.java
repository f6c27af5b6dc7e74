package dev.trimtab.runtime.config;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bound record as plain maps, lists, texts and numbers, for JSON or YAML that {@link ConfigLoader} reads back. */
public final class ConfigTree {
    private ConfigTree() {}

    /** Returns every component under its YAML key, in order, nulls included. */
    public static Map<String, @Nullable Object> of(Record record) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            tree.put(ConfigKeys.of(component), plain(RecordBinder.read(component, record)));
        }
        return Collections.unmodifiableMap(tree);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return Double.valueOf(Double.POSITIVE_INFINITY).equals(value) ? ".inf" : value;
        }
        if (value instanceof Duration duration) {
            return DurationText.format(duration);
        }
        if (value instanceof Enum<?> constant) {
            return ConfigKeys.of(constant);
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(ConfigTree::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((key, item) -> tree.put(String.valueOf(plain(key)), plain(item)));
            return tree;
        }
        boolean section = value instanceof Record && !ScalarBinder.binds(value.getClass());
        return section ? of((Record) value) : plainText(value);
    }

    private static String plainText(Object value) {
        return value instanceof Path path ? path.toString().replace('\\', '/') : value.toString();
    }
}
