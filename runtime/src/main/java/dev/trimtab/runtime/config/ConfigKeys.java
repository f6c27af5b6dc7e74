package dev.trimtab.runtime.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How record components and enum constants are written in YAML: {@code maxDebugDepth} is {@code max-debug-depth}. */
final class ConfigKeys {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private ConfigKeys() {}

    /** Returns the YAML key of a record component. */
    static String of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key != null ? key.value() : kebab(component.getName());
    }

    /** Returns the word that stands for an enum constant. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a camel-case name in lower-kebab case. */
    static String kebab(String camel) {
        return HUMP.matcher(camel).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** Returns the dotted path of every key of a record, sections included, each section before its keys. */
    static List<String> paths(Class<?> type) {
        List<String> paths = new ArrayList<>();
        collect(type, "", paths);
        return paths;
    }

    /** Returns a path that ends in {@code key}, if a record has one. */
    static Optional<String> pathEndingIn(String key, Class<?> type) {
        return paths(type).stream()
                .filter(path -> path.equals(key) || path.endsWith("." + key))
                .findFirst();
    }

    private static void collect(Class<?> type, String prefix, List<String> paths) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + of(component);
            paths.add(path);
            if (component.getType().isRecord() && !ScalarBinder.binds(component.getType())) {
                collect(component.getType(), path + ".", paths);
            }
        }
    }
}
